/** HSQLDB: its settings, and its answers to the questions that all SQL engines are asked. */
@NullMarked
package dev.parityguard.service.hsqldb;

import org.jspecify.annotations.NullMarked;
