package dev.parityguard.profile;

import java.util.List;
import java.util.Map;

/** A value of a JSON text and where it stands there: the offsets of its first character and behind its last one. */
sealed interface JsonValue {
    int start();

    int end();

    /** What it is, for a sentence. */
    String what();

    /** A member of an object, at the offset of its name. */
    record Member(int start, JsonValue value) {}

    record Mapping(int start, int end, Map<String, Member> members) implements JsonValue {
        @Override
        public String what() {
            return "an object";
        }
    }

    record Array(int start, int end, List<JsonValue> items) implements JsonValue {
        @Override
        public String what() {
            return "an array";
        }
    }

    record Text(int start, int end, String text) implements JsonValue {
        @Override
        public String what() {
            return "a string";
        }
    }

    record Whole(int start, int end, long number) implements JsonValue {
        @Override
        public String what() {
            return "a number";
        }
    }

    record Flag(int start, int end, boolean flag) implements JsonValue {
        @Override
        public String what() {
            return flag ? "true" : "false";
        }
    }

    /** What no place in a profile takes: null, or a number that is not an integer of at most 53 bits. */
    record Misfit(int start, int end, String what) implements JsonValue {}
}
