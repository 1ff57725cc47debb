package dev.parityguard.service.mongodb;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.fact.Unreachable;
import java.util.ArrayList;
import java.util.List;

/** Collects facts and unknowns of one look. Used by one thread. */
final class FactSheet {
    private final Facts.Builder facts = Facts.builder();
    private final List<Unknown> unknowns = new ArrayList<>();

    Facts.Builder facts() {
        return facts;
    }

    void unknown(String fact, Cause cause, String missing) {
        unknowns.add(new Unknown(fact, cause, missing));
    }

    /** These facts cannot be told, since that command was not answered. */
    void unread(Reply reply, String privilege, String... names) {
        Unreachable failure = reply.failure();
        for (String name : names) {
            if (failure != null) {
                unknown(name, failure.cause(), failure.reason());
            } else if (reply.isForbidden()) {
                unknown(name, Cause.NOT_PERMITTED, privilege);
            } else {
                unknown(name, Cause.NOT_SUPPORTED, "the command " + reply.command() + " (error " + reply.code() + ")");
            }
        }
    }

    Observed observed() {
        return new Observed("mongodb", facts.build(), unknowns);
    }
}
