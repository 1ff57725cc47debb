package dev.parityguard.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/** Texts that are no profiles and what the reader says of them, from {@code refusals.txt}. */
final class Refusals {
    private Refusals() {}

    /** One refused text; {@code inSchema} when the JSON Schema refuses it as well. */
    record Refusal(String name, boolean inSchema, String text, String message) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Refusal> all() {
        return Arrays.stream(resource("refusals.txt").split("\n\n")).map(block -> {
            String[] lines = block.strip().split("\n");
            String name = lines[0].substring(2);
            return new Refusal(
                    name, !name.endsWith("(only the reader sees it)"), lines[1].replace('⏎', '\n'), lines[2]);
        });
    }

    static String resource(String name) {
        try (InputStream bytes = Refusals.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(bytes, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ProfileDocument read(String text) {
        return ProfileReader.read(text.getBytes(StandardCharsets.UTF_8), "p.json");
    }
}
