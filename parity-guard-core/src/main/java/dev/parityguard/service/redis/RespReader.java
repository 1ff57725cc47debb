package dev.parityguard.service.redis;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads replies of the second version of the protocol, each bounded in length and depth. */
final class RespReader {
    private static final int LONGEST_LINE = 4_096;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_LIST = 100_000;
    private static final int GREATEST_DEPTH = 16;

    private final InputStream in;

    RespReader(InputStream in) {
        this.in = in;
    }

    /** The next reply; a refusal is returned as an exception. */
    @Nullable
    Object read() throws IOException {
        return read(0);
    }

    private @Nullable Object read(int depth) throws IOException {
        int type = next();
        if ("+-:$*".indexOf(type) < 0) {
            throw new ProtocolException("Invalid first byte: " + type);
        }
        String line = line();
        return switch (type) {
            case '+' -> line;
            case '-' -> new IOException(line);
            case ':' -> number(line, Long.MAX_VALUE);
            case '$' -> text(number(line, LONGEST_TEXT));
            default -> list(number(line, LONGEST_LIST), depth);
        };
    }

    private @Nullable String text(long length) throws IOException {
        if (length < 0) {
            return null;
        }
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        line();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private @Nullable List<@Nullable Object> list(long length, int depth) throws IOException {
        if (length < 0) {
            return null;
        }
        if (depth == GREATEST_DEPTH) {
            throw new ProtocolException("too deep");
        }
        List<@Nullable Object> list = new ArrayList<>();
        for (long i = 0; i < length; i++) {
            list.add(read(depth + 1));
        }
        return list;
    }

    private static long number(String line, long greatest) throws ProtocolException {
        try {
            long number = Long.parseLong(line);
            if (number <= greatest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, without what was sent.
        }
        throw new ProtocolException("not a number, or too great");
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = next(); c != '\r'; c = next()) {
            if (line.length() == LONGEST_LINE) {
                throw new ProtocolException("line too long");
            }
            line.append((char) c);
        }
        if (next() != '\n') {
            throw new ProtocolException("no end of line");
        }
        return line.toString();
    }

    private int next() throws IOException {
        int c = in.read();
        if (c < 0) {
            throw new EOFException();
        }
        return c;
    }
}
