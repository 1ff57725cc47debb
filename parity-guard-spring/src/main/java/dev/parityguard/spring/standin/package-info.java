/** What an application does inside itself and should leave to a service: a map for a cache, a list for its users. */
@NullMarked
package dev.parityguard.spring.standin;

import org.jspecify.annotations.NullMarked;
