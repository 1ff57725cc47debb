/** Discovery, the parallel run under the deadline, redaction. Not for use from outside. */
@NullMarked
package dev.parityguard.internal;

import org.jspecify.annotations.NullMarked;
