package dev.parityguard.service.elasticsearch;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unknown.Cause;
import java.util.ArrayList;
import java.util.List;

/** Collects facts and unknowns of one look. Used by one thread. */
final class FactSheet {
    private final Facts.Builder facts = Facts.builder();
    private final List<Unknown> unknowns = new ArrayList<>();

    Facts.Builder facts() {
        return facts;
    }

    /** These facts cannot be told, since that answer does not hold them. */
    void unread(Answer answer, String privilege, String... names) {
        Failure failure = answer.failure();
        for (String name : names) {
            if (failure != null) {
                unknowns.add(new Unknown(name, failure.cause(), failure.reason()));
            } else if (answer.isForbidden()) {
                unknowns.add(new Unknown(name, Cause.NOT_PERMITTED, privilege));
            } else if (answer.isUnknownThere()) {
                unknowns.add(new Unknown(name, Cause.NOT_SUPPORTED, "an API that is not offered there"));
            } else {
                Cause cause = answer.status() >= 500 ? Cause.UNREACHABLE : Cause.UNREADABLE;
                unknowns.add(new Unknown(name, cause, "an answer that tells it (HTTP " + answer.status() + ")"));
            }
        }
    }

    Observed observed(String kind) {
        return new Observed(kind, facts.build(), unknowns);
    }
}
