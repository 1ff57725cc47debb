package dev.parityguard.service.elasticsearch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One value of a JSON text. Read by streaming, as the profile is, so that nothing more has to be loaded. Immutable.
 *
 * @param members of an object, in their order; empty for anything else
 * @param elements of a list; empty for anything else
 * @param text a scalar, or null for anything else
 */
record Document(
        Map<String, Document> members,
        List<Document> elements,
        @Nullable String text) {
    static final Document NOTHING = new Document(Map.of(), List.of(), null);
    private static final JsonFactory FACTORY = new JsonFactory();

    Document {
        members = Collections.unmodifiableMap(members);
        elements = Collections.unmodifiableList(elements);
    }

    /** Reads a text; null when it is no JSON. Never throws. */
    static @Nullable Document parse(byte[] json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            return parser.nextToken() == null ? null : read(parser);
        } catch (IOException e) {
            return null;
        }
    }

    private static Document read(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Document> members = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, read(parser));
            }
            return new Document(members, List.of(), null);
        } else if (token == JsonToken.START_ARRAY) {
            List<Document> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(read(parser));
            }
            return new Document(Map.of(), elements, null);
        }
        return token == JsonToken.VALUE_NULL ? NOTHING : new Document(Map.of(), List.of(), parser.getText());
    }

    /** What stands under these names, each inside the other; an empty document where there is nothing. */
    Document at(String... names) {
        Document inner = this;
        for (String name : names) {
            inner = inner.members.getOrDefault(name, NOTHING);
        }
        return inner;
    }

    /** What is inside by names joined with dots; a list is one value. */
    Map<String, String> flat() {
        Map<String, String> flat = new TreeMap<>();
        flatten("", flat);
        return flat;
    }

    private void flatten(String name, Map<String, String> flat) {
        if (members.isEmpty()) {
            flat.put(name, line());
        }
        for (Map.Entry<String, Document> member : members.entrySet()) {
            member.getValue().flatten(name.isEmpty() ? member.getKey() : name + "." + member.getKey(), flat);
        }
    }

    /** The same text for the same content, whatever the order of names. */
    String line() {
        if (text != null) {
            return text;
        }
        return members.isEmpty()
                ? elements.stream().map(Document::line).collect(Collectors.joining(","))
                : flat().toString();
    }
}
