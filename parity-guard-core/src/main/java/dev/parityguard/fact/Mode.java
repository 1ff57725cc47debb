package dev.parityguard.fact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a mismatch leads to. Always said, never guessed. */
public enum Mode {
    /** Nothing is done at all: no profile is read, no service is asked. */
    OFF,
    /** Metrics and health only. */
    REPORT,
    /** Also the log. */
    WARN,
    /** Also refuse to start on errors. */
    ENFORCE;

    /** The name as written in profiles and settings: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mode of that name, in any case of letters and without surrounding blanks. */
    public static Optional<Mode> named(String text) {
        return Arrays.stream(values())
                .filter(mode -> mode.id().equalsIgnoreCase(text.strip()))
                .findFirst();
    }
}
