package dev.parityguard.servers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads commands as Redis clients send them. */
final class RespCommands {

    private RespCommands() {}

    /** The words of the next command, written inline or as an array of bulk strings; empty at the end. */
    static List<String> read(InputStream in) throws IOException {
        String first = line(in);
        if (!first.startsWith("*")) {
            return first.isEmpty() ? List.of() : List.of(first.trim().split(" +", -1));
        }
        List<String> words = new ArrayList<>();
        for (int count = Integer.parseInt(first.substring(1)); count > 0; count--) {
            int length = Integer.parseInt(line(in).substring(1));
            words.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
            line(in);
        }
        return words;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
