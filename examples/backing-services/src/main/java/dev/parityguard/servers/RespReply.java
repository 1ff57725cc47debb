package dev.parityguard.servers;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a {@link RespStub} answers; immutable. */
public final class RespReply {

    private final String resp2;
    private final String resp3;

    private RespReply(String resp2, String resp3) {
        this.resp2 = resp2;
        this.resp3 = resp3;
    }

    /** A status, such as {@code OK}. */
    public static RespReply simple(String status) {
        return same("+" + status + "\r\n");
    }

    /** An error with its code, such as {@code NOPERM this user has no permissions}. */
    public static RespReply error(String message) {
        return same("-" + message + "\r\n");
    }

    /** A number. */
    public static RespReply integer(long number) {
        return same(":" + number + "\r\n");
    }

    /** A text, such as what {@code INFO} answers. */
    public static RespReply bulk(String text) {
        return same("$" + text.getBytes(StandardCharsets.UTF_8).length + "\r\n" + text + "\r\n");
    }

    /** Several replies in one. */
    public static RespReply array(List<RespReply> elements) {
        String start = "*" + elements.size() + "\r\n";
        return new RespReply(
                start + elements.stream().map(element -> element.resp2).collect(Collectors.joining()),
                start + elements.stream().map(element -> element.resp3).collect(Collectors.joining()));
    }

    /** A map to RESP3, and to RESP2 an array of keys and values in turn, as {@code CONFIG GET} and {@code HELLO} do. */
    public static RespReply map(Map<String, RespReply> entries) {
        StringBuilder two = new StringBuilder("*" + entries.size() * 2 + "\r\n");
        StringBuilder three = new StringBuilder("%" + entries.size() + "\r\n");
        entries.forEach((key, value) -> {
            two.append(bulk(key).resp2).append(value.resp2);
            three.append(bulk(key).resp3).append(value.resp3);
        });
        return new RespReply(two.toString(), three.toString());
    }

    /** What was recorded, byte for byte. */
    public static RespReply same(String recorded) {
        return new RespReply(recorded, recorded);
    }

    String encoded(boolean asResp3) {
        return asResp3 ? resp3 : resp2;
    }
}
