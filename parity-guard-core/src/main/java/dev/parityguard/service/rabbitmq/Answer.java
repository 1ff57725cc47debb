package dev.parityguard.service.rabbitmq;

import dev.parityguard.fact.Unknown.Cause;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What the management API said to one question.
 *
 * @param json what it told; null when there is no such thing, or when nothing was told
 * @param cause why nothing was told, or null
 * @param missing what would have been needed; empty when nothing
 */
record Answer(@Nullable Object json, @Nullable Cause cause, String missing) {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    static Answer unknown(Cause cause, String missing) {
        return new Answer(null, cause, missing);
    }

    /**
     * Reads what came back.
     *
     * @param right what a user needs to be told
     */
    static Answer of(int status, byte[] body, String right) {
        return switch (status) {
            case OK -> readable(body);
            case NOT_FOUND -> new Answer(null, null, "");
            case UNAUTHORIZED, FORBIDDEN ->
                unknown(Cause.NOT_PERMITTED, right + ", and user and password of the management API");
            default -> unknown(Cause.UNREADABLE, "the management API answered with status " + status);
        };
    }

    private static Answer readable(byte[] body) {
        try {
            return new Answer(Json.read(body), null, "");
        } catch (IOException e) {
            return unknown(Cause.UNREADABLE, "the answer of the management API is no JSON");
        }
    }

    static Answer failed(IOException failure) {
        return failure instanceof SocketTimeoutException
                ? unknown(Cause.TIMED_OUT, "the management API")
                : unknown(Cause.UNREACHABLE, "the management API");
    }
}
