package dev.parityguard.servers;

import java.util.HashMap;
import java.util.Map;

/**
 * What a {@link S3Stub} answers.
 *
 * @param status the HTTP status
 * @param headers sent as they are, besides {@code Date} and the length
 * @param body sent unless it is empty or nobody may answer with one, as to {@code HEAD}
 */
public record StubReply(int status, Map<String, String> headers, String body) {

    public StubReply {
        headers = Map.copyOf(headers);
    }

    /** A reply without headers or body. */
    public static StubReply of(int status) {
        return new StubReply(status, Map.of(), "");
    }

    /** The same reply with one more header. */
    public StubReply header(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new StubReply(status, more, body);
    }

    /** The same reply with this body and, unless it has one, the content type of S3's XML. */
    public StubReply body(String xml) {
        StubReply typed = headers.containsKey("Content-Type") ? this : header("Content-Type", "application/xml");
        return new StubReply(status, typed.headers, xml);
    }
}
