/** Apache Derby: its settings, and its answers to the questions that all SQL engines are asked. */
@NullMarked
package dev.parityguard.service.derby;

import org.jspecify.annotations.NullMarked;
