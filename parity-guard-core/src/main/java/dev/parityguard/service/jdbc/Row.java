package dev.parityguard.service.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * One line of what a statement about the server answers.
 *
 * @param name a fact's name, or what the probe makes a fact of
 * @param value the value, or null where the server has none
 * @param source who set it, or null where the server does not tell
 */
public record Row(
        String name, @Nullable String value, @Nullable String source) {}
