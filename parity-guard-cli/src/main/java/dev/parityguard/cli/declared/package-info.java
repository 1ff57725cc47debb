/** Files that declare services, such as Docker Compose: what they say, and how that fits a profile. */
@NullMarked
package dev.parityguard.cli.declared;

import org.jspecify.annotations.NullMarked;
