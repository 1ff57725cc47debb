package dev.parityguard.service.mongodb;

import dev.parityguard.fact.Unreachable;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What came of a command.
 *
 * @param command its name
 * @param document the answer; empty when there is none
 * @param code the server's error code, or 0
 * @param failure why there is no answer at all, or null
 */
record Reply(
        String command,
        Document document,
        int code,
        @Nullable Unreachable failure) {
    private static final int UNAUTHORIZED = 13;

    boolean isAnswered() {
        return code == 0 && failure == null;
    }

    /** The user may not do it: Unauthorized, and what DocumentDB and others answer in its place. */
    boolean isForbidden() {
        return code == UNAUTHORIZED;
    }
}
