/** What all engines behind JDBC share: borrowing one connection, one statement under the deadline, words for failures. */
@NullMarked
package dev.parityguard.service.jdbc;

import org.jspecify.annotations.NullMarked;
