/** What a kind of service implements to be seen: it sees, it does not judge. */
@NullMarked
package dev.parityguard.probe;

import org.jspecify.annotations.NullMarked;
