/** A small plain Java service with Parity Guard, and a demo that boots it on two environments. */
@NullMarked
package dev.parityguard.examples.quickstart;

import org.jspecify.annotations.NullMarked;
