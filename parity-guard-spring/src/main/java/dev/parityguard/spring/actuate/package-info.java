/** The guard in a running Spring Boot application: endpoint, health, metrics, and looking again. */
@NullMarked
package dev.parityguard.spring.actuate;

import org.jspecify.annotations.NullMarked;
