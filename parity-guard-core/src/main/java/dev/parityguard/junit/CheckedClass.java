package dev.parityguard.junit;

import dev.parityguard.ParityGuard;
import dev.parityguard.fact.Mode;
import dev.parityguard.fact.Severity;
import dev.parityguard.profile.Rule;
import dev.parityguard.target.Target;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One test class, what it stands on, and what was found of it. Safe for use by several threads. */
final class CheckedClass {
    private final Class<?> type;
    private final ParityProfile profile;
    private final Map<String, Target> targets;
    private final FrozenSchemas frozen;
    private final @Nullable Throwable failure;
    private final AtomicBoolean told = new AtomicBoolean();
    private boolean looked;

    /** Looks, and keeps what is wrong for {@link #demandParity()}. */
    CheckedClass(Class<?> type, ParityProfile profile, Map<String, Target> targets, FrozenSchemas frozen) {
        this.type = type;
        this.profile = profile;
        this.targets = targets;
        this.frozen = frozen;
        this.failure = check();
    }

    /** Fails unless everything is as expected: for the first test with all that was found, for the others with one line. */
    void demandParity() throws Exception {
        if (failure == null) {
            return;
        }
        if (told.getAndSet(true)) {
            throw new IllegalStateException("not run, since what " + type.getSimpleName()
                    + " stands on is not as in the profile: the first of its tests tells what differs");
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw (Exception) failure;
    }

    /** Fails when the structure of a database is another one than when the tests began. */
    void demandFrozenSchema() throws IOException {
        if (failure == null && looked && profile.frozenSchema()) {
            frozen.compare(
                    profile.value(), guard().schema().build().observe(), "after the last test of " + type.getName());
        }
    }

    private @Nullable Throwable check() {
        try {
            ParityGuard guard = guard().build();
            looked = guard.enforce().mode() != Mode.OFF;
            if (looked) {
                demandExpected(guard);
            }
            if (looked && profile.frozenSchema()) {
                frozen.freeze(
                        profile.value(),
                        guard().schema().build().observe(),
                        "before the first test of " + type.getName());
            }
            return null;
        } catch (IOException | RuntimeException | AssertionError e) {
            return e;
        }
    }

    private ParityGuard.Builder guard() {
        ParityGuard.Builder guard = ParityGuard.builder()
                .name(type.getSimpleName())
                .environment(profile.environment())
                .mode(profile.mode())
                .profileRequired()
                .deadline(Duration.ofSeconds(profile.deadlineSeconds()));
        if (!profile.value().isEmpty()) {
            guard.profile(profile.value());
        }
        targets.forEach(guard::service);
        Set<String> services = services();
        if (!services.isEmpty()) {
            guard.only(services);
            for (String service : services) {
                guard.rule(seen(service, "reachable")).rule(seen(service, "probed"));
            }
        }
        for (AllowedDifference difference : profile.allow()) {
            guard.rule(allowed(difference));
        }
        return guard;
    }

    /** A name that the profile does not have would otherwise look as if nothing differed. */
    private void demandExpected(ParityGuard guard) throws IOException {
        Set<String> expected =
                guard.profile().map(known -> known.services().keySet()).orElse(Set.of());
        Set<String> unexpected = services();
        unexpected.removeAll(expected);
        if (!unexpected.isEmpty()) {
            throw new IllegalStateException("the profile has no service " + String.join(", ", unexpected) + "; it has "
                    + String.join(", ", expected));
        }
    }

    private Set<String> services() {
        Set<String> services = new TreeSet<>(targets.keySet());
        services.addAll(List.of(profile.services()));
        return services;
    }

    private static Rule seen(String service, String fact) {
        return new Rule(service + "/" + fact, List.of(), null, List.of(), null, Severity.ERROR, null);
    }

    private Rule allowed(AllowedDifference difference) {
        return new Rule(
                difference.fact(),
                List.of(),
                null,
                List.of(),
                null,
                null,
                new Rule.Waiver(difference.reason(), type.getName(), until(difference)));
    }

    private static LocalDate until(AllowedDifference difference) {
        try {
            return difference.until().isEmpty() ? Rule.Waiver.NO_LAST_DAY : LocalDate.parse(difference.until());
        } catch (DateTimeParseException e) {
            throw new IllegalStateException(
                    "the difference " + difference.fact() + " is allowed until '" + difference.until()
                            + "', which is no date; write it as 2027-01-31",
                    e);
        }
    }
}
