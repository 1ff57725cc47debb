package dev.parityguard.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Secrets that everybody knows. The list is read when the first secret is judged. */
final class PlaceholderSecrets {
    private static final int LONGEST = 200;
    private static final String RESOURCE = "placeholder-secrets.txt";
    private static final List<Pattern> KNOWN = read();

    private PlaceholderSecrets() {}

    /** Whether the secret is a known placeholder, one character repeated, or the variable's own name. */
    static boolean isPlaceholder(String secret, String variable) {
        if (secret.isEmpty() || secret.length() > LONGEST) {
            return false;
        }
        String plain = plain(secret);
        return secret.chars().distinct().count() == 1
                || plain.equals(plain(variable))
                || KNOWN.stream().anyMatch(known -> known.matcher(plain).matches());
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
    }

    private static List<Pattern> read() {
        try (InputStream in = PlaceholderSecrets.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no " + RESOURCE + " beside " + PlaceholderSecrets.class.getName());
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Pattern.compile(Pattern.quote(line).replace("*", "\\E.*\\Q")))
                    .collect(Collectors.toUnmodifiableList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
