/** The last report as Micrometer meters. */
@NullMarked
package dev.parityguard.metrics;

import org.jspecify.annotations.NullMarked;
