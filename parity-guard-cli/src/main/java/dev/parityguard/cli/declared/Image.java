package dev.parityguard.cli.declared;

import dev.parityguard.cli.input.Resources;
import dev.parityguard.fact.Version;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A container image by its name.
 *
 * @param repository the name without the tag, such as {@code bitnami/postgresql}
 * @param tag the tag, or null when there is none
 * @param digest the digest, or null when there is none
 */
record Image(
        String repository, @Nullable String tag, @Nullable String digest) {
    private static final Pattern NAME =
            Pattern.compile("([^\\s@]+?)(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?");
    private static final Pattern VERSION = Pattern.compile("(?:.*-pg|v)?(\\d+(?:\\.\\d+)*).*");
    private static final Properties KNOWN = known();

    /** The image of that name, or null when it is none. */
    static @Nullable Image parse(String name) {
        Matcher form = NAME.matcher(name.strip());
        return form.matches() ? new Image(form.group(1), form.group(2), form.group(3)) : null;
    }

    /** The kind of service that the image brings, or null when it is not a known one. */
    @Nullable
    String kind() {
        return word(0);
    }

    /** Who answers in it, or null when it is not a known one. */
    @Nullable
    String product() {
        return word(1);
    }

    /** The version that the tag names, or null. */
    @Nullable
    String version() {
        Matcher version = tag == null ? null : VERSION.matcher(tag);
        return version != null && version.matches() && Version.parse(version.group(1)) != null
                ? version.group(1)
                : null;
    }

    /** The image that brings that product, or null when none is known. */
    static @Nullable String of(String product) {
        return KNOWN.getProperty("image." + product);
    }

    private @Nullable String word(int place) {
        String path = repository;
        while (true) {
            String known = KNOWN.getProperty(path);
            if (known != null) {
                return known.split(" ", -1)[place];
            }
            int slash = path.indexOf('/');
            if (slash < 0) {
                return null;
            }
            path = path.substring(slash + 1);
        }
    }

    private static Properties known() {
        Properties known = new Properties();
        try {
            known.load(new StringReader(Resources.text("/dev/parityguard/cli/declared/images.properties")));
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
