/** An application that does nothing but start. */
@NullMarked
package dev.parityguard.quarkus.minimal;

import org.jspecify.annotations.NullMarked;
