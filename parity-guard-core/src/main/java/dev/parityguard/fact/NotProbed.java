package dev.parityguard.fact;

import org.jspecify.annotations.Nullable;

/**
 * Nobody looked: there is no target, no driver or no probe.
 *
 * @param reason one sentence for a person, without secrets
 * @param variable the environment variable whose absence explains it, or null
 */
public record NotProbed(String reason, @Nullable String variable) implements Observation {
    /** Not looked at for a reason that no variable explains. */
    public NotProbed(String reason) {
        this(reason, null);
    }
}
