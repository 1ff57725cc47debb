/** What should be: the expected profile, its variables, rules and waivers, and how they are read and written. */
@NullMarked
package dev.parityguard.profile;

import org.jspecify.annotations.NullMarked;
