/** Parity Guard in a Spring Boot application: what it is told, when it looks, and how it refuses. */
@NullMarked
package dev.parityguard.spring;

import org.jspecify.annotations.NullMarked;
