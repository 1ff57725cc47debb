package dev.parityguard.service.postgresql;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent signs as RFC 3986 has them; a plus is a blank only where the JDBC driver reads it so. */
final class PercentEncoding {
    private PercentEncoding() {}

    /**
     * Reads percent signs.
     *
     * @throws IllegalArgumentException when they do not spell UTF-8; the message holds nothing of the text
     */
    static String decode(String text, boolean plusIsBlank) {
        String raw = plusIsBlank ? text.replace('+', ' ') : text;
        if (raw.indexOf('%') < 0) {
            return raw;
        }
        ByteBuffer bytes = ByteBuffer.allocate(raw.length() * 3);
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                int high = i + 2 < raw.length() ? Character.digit(raw.charAt(i + 1), 16) : -1;
                int low = i + 2 < raw.length() ? Character.digit(raw.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    throw new IllegalArgumentException(
                            "a percent sign in it is not followed by two hexadecimal digits");
                }
                bytes.put((byte) (high * 16 + low));
                i += 2;
            } else {
                int codePoint = raw.codePointAt(i);
                bytes.put(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(codePoint) - 1;
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("its percent signs do not spell UTF-8", e);
        }
    }

    /** Everything but plain letters, digits and {@code _ - .} as percent signs. */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if ((b > 0 && Character.isLetterOrDigit(b)) || b == '_' || b == '-' || b == '.') {
                encoded.append((char) b);
            } else {
                encoded.append(String.format("%%%02X", b & 0xff));
            }
        }
        return encoded.toString();
    }
}
