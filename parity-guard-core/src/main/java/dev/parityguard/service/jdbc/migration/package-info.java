/** Histories that tools for migrations keep in a database, and the migrations that the application brings along. */
@NullMarked
package dev.parityguard.service.jdbc.migration;

import org.jspecify.annotations.NullMarked;
