/** Which client of an application stands for which service: for frameworks that hold clients under names of their own. */
@NullMarked
package dev.parityguard.matching;

import org.jspecify.annotations.NullMarked;
