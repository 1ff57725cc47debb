/** What is said: findings, the report of one run, and its renderings as text and JSON. */
@NullMarked
package dev.parityguard.report;

import org.jspecify.annotations.NullMarked;
