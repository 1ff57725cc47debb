package dev.parityguard.fact;

import java.util.Locale;

/** Which spellings of a value mean the same. */
public enum Normalisation {
    /** Text as it is, without surrounding blanks. */
    NONE,
    /** Letters in any case. */
    CASE,
    /** {@code on}, {@code true}, {@code yes} and {@code 1}; {@code off}, {@code false}, {@code no} and {@code 0}. */
    BOOLEAN,
    /** {@code en_US.UTF-8} and {@code en_US.utf8}. */
    LOCALE,
    /** {@code UTF8}, {@code UTF-8} and {@code utf8}. */
    ENCODING,
    /** Sizes with binary units: {@code 16MB} and {@code 16384kB}. */
    SIZE,
    /** Times with units: {@code 5s} and {@code 5000ms}; a bare number is milliseconds. */
    DURATION,
    /** Words separated by commas or blanks, in any order, each once. */
    WORDS,
    /** Single letters in any order, each once, such as the flags of {@code notify-keyspace-events}. */
    LETTERS;

    /** The name as written in catalogues: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
