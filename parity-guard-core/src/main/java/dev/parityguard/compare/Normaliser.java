package dev.parityguard.compare;

import dev.parityguard.fact.Normalisation;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Brings the spellings that mean the same to one spelling. */
final class Normaliser {
    private static final Pattern QUANTITY = Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,9})?)\\s*([a-zA-Zµ]*)");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[,\\s]+");
    private static final Pattern SEPARATORS = Pattern.compile("[-_ ]");
    private static final Map<String, Long> BYTES = Map.ofEntries(
            Map.entry("", 1L),
            Map.entry("b", 1L),
            Map.entry("k", 1L << 10),
            Map.entry("kb", 1L << 10),
            Map.entry("kib", 1L << 10),
            Map.entry("m", 1L << 20),
            Map.entry("mb", 1L << 20),
            Map.entry("mib", 1L << 20),
            Map.entry("g", 1L << 30),
            Map.entry("gb", 1L << 30),
            Map.entry("gib", 1L << 30),
            Map.entry("t", 1L << 40),
            Map.entry("tb", 1L << 40),
            Map.entry("tib", 1L << 40));
    private static final Map<String, Long> MICROSECONDS = Map.of(
            "us",
            1L,
            "µs",
            1L,
            "",
            1_000L,
            "ms",
            1_000L,
            "s",
            1_000_000L,
            "min",
            60_000_000L,
            "m",
            60_000_000L,
            "h",
            3_600_000_000L,
            "d",
            86_400_000_000L);

    private Normaliser() {}

    /** The one spelling of a value; a value that cannot be read that way stays as it is. */
    static String normalise(Normalisation how, String text) {
        String value = text.strip();
        return switch (how) {
            case NONE -> value;
            case CASE -> value.toLowerCase(Locale.ROOT);
            case BOOLEAN -> bool(value);
            case LOCALE -> locale(value);
            case ENCODING -> encoding(value);
            case SIZE -> quantity(value, BYTES);
            case DURATION -> quantity(value, MICROSECONDS);
            case WORDS -> String.join(",", words(value));
            case LETTERS -> String.join("", letters(value));
        };
    }

    /** The words of a list, sorted, each once. */
    static Set<String> words(String list) {
        Set<String> words = new TreeSet<>(Arrays.asList(BETWEEN_WORDS.split(list)));
        words.remove("");
        return words;
    }

    /** The letters of a text, sorted, each once. */
    static Set<String> letters(String text) {
        return text.codePoints().mapToObj(Character::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String bool(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "on", "true", "yes", "t", "y", "1" -> "yes";
            case "off", "false", "no", "f", "n", "0" -> "no";
            default -> value;
        };
    }

    /** {@code en_US.UTF-8@euro}: the part between dot and at-sign is an encoding; ICU names use hyphens. */
    private static String locale(String value) {
        int dot = value.indexOf('.');
        if (dot < 0) {
            return value.replace('-', '_').toLowerCase(Locale.ROOT);
        }
        int at = value.indexOf('@', dot);
        String encoding = at < 0 ? value.substring(dot + 1) : value.substring(dot + 1, at);
        return (value.substring(0, dot) + "." + encoding(encoding) + (at < 0 ? "" : value.substring(at)))
                .replace('-', '_')
                .toLowerCase(Locale.ROOT);
    }

    private static String encoding(String value) {
        return SEPARATORS.matcher(value).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static String quantity(String value, Map<String, Long> units) {
        Matcher matcher = QUANTITY.matcher(value);
        Long unit = matcher.matches() ? units.get(matcher.group(2).toLowerCase(Locale.ROOT)) : null;
        return unit == null
                ? value
                : new BigDecimal(matcher.group(1))
                        .multiply(BigDecimal.valueOf(unit))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
