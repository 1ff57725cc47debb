/** What was seen: facts, their descriptions, and the outcome of looking. Depends on nothing but the JDK. */
@NullMarked
package dev.parityguard.fact;

import org.jspecify.annotations.NullMarked;
