/** What can be tested without an application. */
@NullMarked
package dev.parityguard.quarkus.runtime;

import org.jspecify.annotations.NullMarked;
