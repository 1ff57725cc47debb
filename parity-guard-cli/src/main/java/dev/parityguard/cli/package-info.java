/** The command line: the same capture and the same comparison for people and pipelines. */
@NullMarked
package dev.parityguard.cli;

import org.jspecify.annotations.NullMarked;
