package dev.parityguard.service.kafka;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unknown.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.jspecify.annotations.Nullable;

/** Collects what is known, and for what is not, why. */
final class FactSheet {
    private final Facts.Builder facts = Facts.builder();
    private final List<Unknown> unknowns = new ArrayList<>();

    void put(String fact, @Nullable Object value) {
        facts.put(fact, value);
    }

    void put(String fact, @Nullable Object value, @Nullable String source) {
        facts.put(fact, value, source);
    }

    void putFlag(String fact, boolean value) {
        facts.putFlag(fact, value);
    }

    void unknown(String fact, Cause cause, String missing) {
        unknowns.add(new Unknown(fact, cause, missing));
    }

    /**
     * Says that a question failed.
     *
     * @param right what the cluster asks for before it answers
     */
    void unknown(String fact, Throwable failure, String right) {
        if (failure instanceof AuthorizationException) {
            unknown(fact, Cause.NOT_PERMITTED, right);
        } else if (failure instanceof UnsupportedVersionException) {
            unknown(fact, Cause.NOT_SUPPORTED, "a release that can be asked for it");
        } else if (failure instanceof TimeoutException
                || failure instanceof org.apache.kafka.common.errors.TimeoutException) {
            unknown(fact, Cause.TIMED_OUT, "an answer of the brokers");
        } else {
            unknown(
                    fact,
                    Cause.UNREADABLE,
                    "an answer, not " + failure.getClass().getSimpleName());
        }
    }

    Observed observed() {
        return new Observed(KafkaProvider.KIND, facts.build(), unknowns);
    }
}
