package dev.parityguard.service.redis;

import dev.parityguard.fact.Unknown;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came back for one command.
 *
 * @param command the command as a person writes it, for example {@code CONFIG GET}
 * @param permission the right that an ACL has to give for it, for example {@code +config|get}
 * @param reply the reply, or null when the server gave none or refused
 * @param refusal the server's refusal, or null when there is none
 */
record Answer(
        String command,
        String permission,
        @Nullable Object reply,
        @Nullable String refusal) {

    static Answer of(String command, String permission, @Nullable Object reply) {
        return reply instanceof Throwable error
                ? new Answer(command, permission, null, String.valueOf(error.getMessage()))
                : new Answer(command, permission, reply, null);
    }

    boolean isRefused() {
        return refusal != null;
    }

    /** Why nothing is known. The server's own text is not repeated: it may name users and hosts. */
    Unknown.Cause cause() {
        String text = refusal == null ? "" : refusal.toLowerCase(Locale.ROOT);
        if (text.startsWith("noperm") || text.startsWith("noauth")) {
            return Unknown.Cause.NOT_PERMITTED;
        }
        return text.startsWith("err") ? Unknown.Cause.NOT_SUPPORTED : Unknown.Cause.UNREADABLE;
    }

    /** What would have been needed. */
    String missing() {
        return switch (cause()) {
            case NOT_PERMITTED -> permission;
            case NOT_SUPPORTED -> command + ", which this server has not, or under another name";
            default -> "a readable answer to " + command;
        };
    }
}
