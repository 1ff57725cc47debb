/** A report in the forms that other tools read: one class each, all of them pure. */
@NullMarked
package dev.parityguard.cli.output;

import org.jspecify.annotations.NullMarked;
