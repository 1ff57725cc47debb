package dev.parityguard.profile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads a JSON text by streaming, bounded in depth, each name once in an object, and remembers where values stand. */
final class JsonText {
    static final int MAX_DEPTH = 20;

    private static final String EMPTY = "the profile is empty";
    private static final long MAX_WHOLE = (1L << 53) - 1;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(ProfileReader.MAX_BYTES)
                    .maxNumberLength(ProfileReader.MAX_BYTES)
                    .build())
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();

    private final Source source;
    private final JsonParser parser;
    private final Deque<String> steps = new ArrayDeque<>();

    private JsonText(Source source, JsonParser parser) {
        this.source = source;
        this.parser = parser;
    }

    /** The one value of a text. */
    static JsonValue parse(Source source) {
        String text = source.text();
        if (text.isEmpty()) {
            throw source.error(0, "", EMPTY);
        }
        // Windows editors write a byte order mark; a blank in its place keeps the offsets.
        String parsed = text.charAt(0) == '\uFEFF' ? " " + text.substring(1) : text;
        try (JsonParser parser = FACTORY.createParser(parsed.toCharArray())) {
            return new JsonText(source, parser).whole();
        } catch (IOException e) {
            throw new UncheckedIOException("characters in memory can always be read", e);
        }
    }

    private JsonValue whole() throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw error(0, EMPTY);
            }
            JsonValue value = value();
            if (parser.nextToken() != null) {
                throw error(start(), "the profile goes on behind its end: one JSON object is allowed");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw notJson(e);
        }
    }

    private JsonValue value() throws IOException {
        int start = start();
        JsonToken token = parser.currentToken();
        if (token.isStructStart() && steps.size() >= MAX_DEPTH) {
            throw error(start, "the profile is nested deeper than " + MAX_DEPTH + " levels");
        }
        return switch (token) {
            case START_OBJECT -> object(start);
            case START_ARRAY -> array(start);
            case VALUE_STRING -> new JsonValue.Text(start, wellFormed(start, parser.getText()), parser.getText());
            case VALUE_NUMBER_INT -> number(start, parser.getText());
            case VALUE_TRUE -> new JsonValue.Flag(start, start + 4, true);
            case VALUE_FALSE -> new JsonValue.Flag(start, start + 5, false);
            case VALUE_NULL -> new JsonValue.Misfit(start, start + 4, "null");
            default -> new JsonValue.Misfit(start, start + parser.getText().length(), "a number with a fraction");
        };
    }

    private JsonValue object(int start) throws IOException {
        Map<String, JsonValue.Member> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            int nameStart = start();
            String name = parser.currentName();
            steps.addLast(name);
            wellFormed(nameStart, name);
            if (members.containsKey(name)) {
                throw error(nameStart, "`" + Source.quotable(name) + "` is there twice in the same object");
            }
            parser.nextToken();
            members.put(name, new JsonValue.Member(nameStart, value()));
            steps.removeLast();
        }
        return new JsonValue.Mapping(start, start() + 1, members);
    }

    private JsonValue array(int start) throws IOException {
        List<JsonValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            steps.addLast(String.valueOf(items.size()));
            items.add(value());
            steps.removeLast();
        }
        return new JsonValue.Array(start, start() + 1, items);
    }

    private static JsonValue number(int start, String digits) {
        int end = start + digits.length();
        // Larger integers are not the same in every language that reads JSON.
        if (digits.length() <= 17) {
            long number = Long.parseLong(digits);
            if (Math.abs(number) <= MAX_WHOLE) {
                return new JsonValue.Whole(start, end, number);
            }
        }
        return new JsonValue.Misfit(start, end, "a number beyond 53 bits");
    }

    /** Refuses half a surrogate pair, which no UTF-8 can hold; gives the offset behind the string. */
    private int wellFormed(int start, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw error(start, "the string holds half a character (an unpaired surrogate)");
                }
                i++;
            }
        }
        return (int) parser.currentLocation().getCharOffset();
    }

    private ProfileException error(int offset, String sentence) {
        return source.error(offset, steps.stream().map(Source::step).collect(Collectors.joining()), sentence);
    }

    private int start() {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    /** The parser's own message may quote the text, and with it a password; only one character is told here. */
    private ProfileException notJson(JsonProcessingException e) {
        String text = source.text();
        int at = e.getLocation() == null ? 0 : (int) e.getLocation().getCharOffset();
        if (at >= text.length() || text.substring(at).isBlank()) {
            return error(text.length(), "this is not JSON: it ends too early; is a bracket or quote missing?");
        }
        return error(at, "this is not JSON" + hint(text.charAt(at)));
    }

    private static String hint(char found) {
        return switch (found) {
            case '/', '#' -> ": JSON has no comments";
            case '\'' -> ": strings stand in double quotes";
            case '}', ']' -> ": is there a comma too many, or a value missing, before `" + found + "`?";
            case '"' -> ": is a comma or colon missing before this?";
            default -> ": is a quote, comma or bracket missing around here?";
        };
    }
}
