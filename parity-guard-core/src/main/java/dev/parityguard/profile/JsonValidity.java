package dev.parityguard.profile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Whether a text is JSON. Safe for use by several threads. */
public final class JsonValidity {
    private JsonValidity() {}

    /** Whether the text is exactly one JSON value, nested no deeper than the JSON library allows. */
    public static boolean isValid(String text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }
}
