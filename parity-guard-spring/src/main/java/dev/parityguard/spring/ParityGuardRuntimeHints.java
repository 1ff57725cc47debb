package dev.parityguard.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** What a native image must keep: the profile, and what the guard reads beside its own classes. */
final class ParityGuardRuntimeHints implements RuntimeHintsRegistrar {
    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        hints.resources()
                .registerPattern("parity-profile*.json")
                .registerPattern("dev/parityguard/**")
                .registerPattern("META-INF/services/dev.parityguard.probe.ProbeProvider");
    }
}
