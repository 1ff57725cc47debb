/** Brings bytes from elsewhere within bounds of size and time. Loaded only where a profile lies elsewhere. */
@NullMarked
package dev.parityguard.fetch;

import org.jspecify.annotations.NullMarked;
