/** Starts the service as a process of its own on real servers. */
@NullMarked
package dev.parityguard.examples.orders.demo;

import org.jspecify.annotations.NullMarked;
