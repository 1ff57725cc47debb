package dev.parityguard.fact;

import org.jspecify.annotations.Nullable;

/**
 * One thing seen of a service: a dotted name and its value as text, for example {@code setting.TimeZone} = {@code UTC}.
 * Immutable.
 *
 * @param name dotted name; after the prefix the engine's own spelling is kept
 * @param value the value, never a secret and never application data
 * @param source who set the value ({@code server}, {@code database}, {@code role}, {@code client} …), or null where the
 *     server does not tell
 */
public record Fact(String name, String value, @Nullable String source) {}
