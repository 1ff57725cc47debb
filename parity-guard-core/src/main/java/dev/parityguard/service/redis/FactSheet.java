package dev.parityguard.service.redis;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what is known, and for what is not, why. */
final class FactSheet {
    private final Facts.Builder facts = Facts.builder();
    private final List<Unknown> unknowns = new ArrayList<>();

    /** Adds a fact if there is a value. */
    void put(String fact, @Nullable String value) {
        facts.put(fact, value);
    }

    /**
     * Adds a fact, or says why it is unknown when there is no value and one of the answers that tell it was refused. When
     * none was refused, the server has no such thing.
     */
    void put(String fact, @Nullable String value, Answer... toldBy) {
        if (value != null) {
            facts.put(fact, value);
            return;
        }
        List<Answer> refused = Stream.of(toldBy).filter(Answer::isRefused).toList();
        if (!refused.isEmpty()) {
            Unknown.Cause cause = refused.stream()
                    .map(Answer::cause)
                    .min(Unknown.Cause::compareTo)
                    .orElseThrow();
            unknowns.add(new Unknown(
                    fact,
                    cause,
                    refused.stream()
                            .filter(answer -> answer.cause() == cause)
                            .map(Answer::missing)
                            .distinct()
                            .collect(Collectors.joining(" or "))));
        }
    }

    /** Says that something is unknown that no refused command would tell. */
    void unknown(String fact, Unknown.Cause cause, String missing) {
        unknowns.add(new Unknown(fact, cause, missing));
    }

    Observed observed() {
        return new Observed(RedisProbeProvider.KIND, facts.build(), unknowns);
    }
}
