/** SQLite: its settings, and its answers to the questions that all SQL engines are asked. */
@NullMarked
package dev.parityguard.service.sqlite;

import org.jspecify.annotations.NullMarked;
