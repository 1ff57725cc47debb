/** Where to look for a service, and secrets that mask themselves. Depends on nothing but the JDK. */
@NullMarked
package dev.parityguard.target;

import org.jspecify.annotations.NullMarked;
