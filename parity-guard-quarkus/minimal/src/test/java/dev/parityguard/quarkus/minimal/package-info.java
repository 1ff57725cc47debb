/** The packaged application as a process. */
@NullMarked
package dev.parityguard.quarkus.minimal;

import org.jspecify.annotations.NullMarked;
