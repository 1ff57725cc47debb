package dev.parityguard.internal;

import dev.parityguard.fact.Observation;
import dev.parityguard.probe.Deadline;
import dev.parityguard.probe.ProbeContext;
import dev.parityguard.profile.ServiceExpectation;
import dev.parityguard.target.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of one service's probe.
 *
 * @param context the time there is
 * @param target what is looked at
 * @param asked what is asked for
 * @param expected what the profile knows of the service already, or null
 * @param key what identifiers are hashed with
 * @param redaction takes the target's secrets out of what is seen
 */
record Asking(
        ProbeContext context,
        Target target,
        Asked asked,
        @Nullable ServiceExpectation expected,
        IdentityKey key,
        Redaction redaction)
        implements ProbeContext {

    /** How much is asked for of what is not always told. */
    enum Asked {
        /** Nothing of it. */
        NOTHING,
        /** What the profile has, where it is not known already. */
        CHANGES,
        /** What the profile has, known or not. */
        AGAIN,
        /** All of it. */
        EVERYTHING
    }

    @Override
    public Deadline deadline() {
        return context.deadline();
    }

    @Override
    public void onCancel(AutoCloseable hook) {
        context.onCancel(hook);
    }

    @Override
    public void soFar(Observation seen) {
        context.soFar(redaction.apply(seen));
    }

    @Override
    public boolean asksFor(String family) {
        return asked == Asked.EVERYTHING || (asked != Asked.NOTHING && expected != null && expects(expected, family));
    }

    @Override
    public boolean knows(String summary, String value) {
        return asked == Asked.CHANGES
                && expected != null
                && expected.facts().getOrDefault(summary, List.of()).contains(value);
    }

    @Override
    public String keyed(String identifier) {
        return key.hash(identifier);
    }

    @Override
    public @Nullable String property(String name) {
        return target.property(name);
    }

    private static boolean expects(ServiceExpectation expected, String family) {
        String prefix = family.endsWith("*") ? family.substring(0, family.length() - 1) : family;
        for (String fact : expected.facts().tailMap(prefix).keySet()) {
            return fact.startsWith(prefix);
        }
        return false;
    }
}
