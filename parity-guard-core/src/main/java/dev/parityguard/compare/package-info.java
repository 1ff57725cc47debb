/** The judgement: profile and observations in, findings out. No input or output, no clock, no logger. */
@NullMarked
package dev.parityguard.compare;

import org.jspecify.annotations.NullMarked;
