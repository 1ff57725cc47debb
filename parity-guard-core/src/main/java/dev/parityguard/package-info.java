/** The facade: {@link dev.parityguard.ParityGuard} and what it returns. */
@NullMarked
package dev.parityguard;

import org.jspecify.annotations.NullMarked;
