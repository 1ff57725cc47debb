/** What is read: files of variables, resources of the jar, what is known of facts; and what is wrong with what was given. */
@NullMarked
package dev.parityguard.cli.input;

import org.jspecify.annotations.NullMarked;
