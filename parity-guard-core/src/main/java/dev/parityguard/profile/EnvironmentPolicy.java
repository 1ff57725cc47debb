package dev.parityguard.profile;

import dev.parityguard.fact.Mode;
import dev.parityguard.fact.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What findings lead to in one environment.
 *
 * @param mode what a mismatch leads to
 * @param unknown how much an unknown matters, or null for the default ({@code warning})
 */
public record EnvironmentPolicy(Mode mode, @Nullable Severity unknown) {}
