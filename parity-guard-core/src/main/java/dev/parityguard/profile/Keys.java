package dev.parityguard.profile;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The members of an object of the profile, all of them known keys. */
record Keys(Place owner, Map<String, Place> members) {
    boolean has(String key) {
        return members.containsKey(key);
    }

    <T> @Nullable T get(String key, Function<Place, T> read) {
        Place place = members.get(key);
        return place == null ? null : read.apply(place);
    }

    <T> T get(String key, Function<Place, T> read, T otherwise) {
        Place place = members.get(key);
        return place == null ? otherwise : read.apply(place);
    }

    <T> T demand(String key, Function<Place, T> read) {
        Place place = members.get(key);
        if (place == null) {
            throw owner.wrong("`" + key + "` is missing");
        }
        return read.apply(place);
    }

    /** The texts of an array, none when the key is not there. */
    List<String> texts(String key) {
        return get(key, Place::texts, List.of());
    }

    /** A complaint about the value of that key, or about the object when it has no such key. */
    ProfileException wrong(String key, String sentence) {
        Place place = members.get(key);
        return (place == null ? owner : place).wrong(sentence);
    }
}
