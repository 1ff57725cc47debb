package dev.parityguard.fact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;

/** SHA-256 of a canonical form, as lower-case hexadecimal: equal for equal content wherever it was computed. */
public final class Fingerprint {
    private static final List<String> MEANT_TO_DIFFER = List.of("identity.", "capacity.", "shape.");

    private Fingerprint() {}

    /**
     * The fingerprint of facts: a JSON object as RFC 8785 canonicalises it. Facts under {@code identity.}, {@code
     * capacity.} and {@code shape.} are left out, since they are meant to differ.
     */
    public static String of(Facts facts) {
        StringJoiner json = new StringJoiner(",", "{", "}");
        for (Fact fact : facts) {
            if (!isMeantToDiffer(fact.name())) {
                json.add(quoted(fact.name()) + ":" + quoted(fact.value()));
            }
        }
        return of(json.toString());
    }

    /** Whether a fact tells instances apart, or the size and shape of what they hold. */
    public static boolean isMeantToDiffer(String fact) {
        return MEANT_TO_DIFFER.stream().anyMatch(fact::startsWith);
    }

    /** The fingerprint of a text that is canonical already. */
    public static String of(String canonical) {
        return of(canonical.getBytes(StandardCharsets.UTF_8));
    }

    /** The SHA-256 of bytes as they are. */
    public static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A JSON string as RFC 8785 writes it: only what must be escaped is. */
    public static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < 0x20) {
                        json.append(String.format("\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        return json.append('"').toString();
    }
}
