/** What a run of the guard costs: pure parts in a warm JVM, whole processes, and a network that is slow. */
@NullMarked
package dev.parityguard.benchmarks;

import org.jspecify.annotations.NullMarked;
