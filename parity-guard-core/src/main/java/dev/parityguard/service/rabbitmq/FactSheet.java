package dev.parityguard.service.rabbitmq;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is known, and for what is not, why. */
final class FactSheet {
    private final Facts.Builder facts = Facts.builder();
    private final List<Unknown> unknowns = new ArrayList<>();

    void put(String fact, @Nullable Object value) {
        facts.put(fact, value);
    }

    void putFlag(String fact, boolean value) {
        facts.putFlag(fact, value);
    }

    void unknown(String fact, Unknown.Cause cause, String missing) {
        unknowns.add(new Unknown(fact, cause, missing));
    }

    Observed observed() {
        return new Observed(RabbitmqProvider.KIND, facts.build(), unknowns);
    }
}
