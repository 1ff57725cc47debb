/** Starts the packaged service as a process of its own on real servers. */
@NullMarked
package dev.parityguard.examples.quarkus;

import org.jspecify.annotations.NullMarked;
