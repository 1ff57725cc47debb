/** H2: its settings, and its answers to the questions that all SQL engines are asked. */
@NullMarked
package dev.parityguard.service.h2database;

import org.jspecify.annotations.NullMarked;
