package dev.parityguard.service.elasticsearch;

import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.fact.Unreachable;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Whether the answers of a volley are of anybody who can be looked at. */
final class Reach {
    private Reach() {}

    /** Why nothing can be said, or null when something can. */
    static @Nullable Unreachable failure(Map<String, Answer> all, boolean withCredentials) {
        Map<String, Answer> answers = new TreeMap<>(all);
        answers.remove(Questions.ANONYMOUS);
        Answer arrived = null;
        boolean inTrouble = true;
        boolean ofTheFamily = false;
        for (Answer answer : answers.values()) {
            if (answer.status() == 0) {
                continue;
            }
            if (answer.asksForCredentials()) {
                return new Unreachable(
                        Cause.NOT_PERMITTED,
                        withCredentials
                                ? "the credentials were refused (HTTP 401)"
                                : "the server asks for credentials, and none were given (HTTP 401)");
            }
            arrived = arrived == null ? answer : arrived;
            inTrouble &= answer.status() >= 500;
            ofTheFamily |= answer.isOfTheFamily();
        }
        if (arrived == null) {
            Answer root = answers.get(Questions.ROOT);
            return Objects.requireNonNullElse(root == null ? null : root.failure(), Failure.timedOut(false))
                    .unreachable();
        }
        if (inTrouble) {
            return new Unreachable(Cause.UNREACHABLE, "the server answers HTTP " + arrived.status());
        }
        if (ofTheFamily) {
            return null;
        }
        return arrived.isForbidden()
                ? new Unreachable(Cause.NOT_PERMITTED, "something before the server forbids the request (HTTP 403)")
                : new Unreachable(
                        Cause.UNREADABLE,
                        "something answers HTTP " + arrived.status()
                                + ", but it is neither Elasticsearch nor OpenSearch");
    }
}
