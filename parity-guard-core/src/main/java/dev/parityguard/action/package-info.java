/** What is done with a report: log it, keep it, tell the container platform. */
@NullMarked
package dev.parityguard.action;

import org.jspecify.annotations.NullMarked;
