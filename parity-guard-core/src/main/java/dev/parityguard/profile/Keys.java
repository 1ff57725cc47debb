package dev.parityguard.profile;

import dev.parityguard.fact.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object of the profile, all of them known keys. Plain methods and no lambdas, here and in what reads
 * a profile: in a cold process each lambda costs more than the value that it reads.
 */
record Keys(Place owner, Map<String, Place> members) {
    boolean has(String key) {
        return members.containsKey(key);
    }

    @Nullable
    Place get(String key) {
        return members.get(key);
    }

    Place demand(String key) {
        Place place = members.get(key);
        if (place == null) {
            throw owner.wrong("`" + key + "` is missing");
        }
        return place;
    }

    /** A string that says something, or null when the key is not there. */
    @Nullable
    String text(String key) {
        Place place = members.get(key);
        return place == null ? null : place.text();
    }

    /** A string, or null when the key is not there. */
    @Nullable
    String anyText(String key) {
        Place place = members.get(key);
        return place == null ? null : place.anyText();
    }

    boolean flag(String key, boolean otherwise) {
        Place place = members.get(key);
        return place == null ? otherwise : place.flag();
    }

    @Nullable
    Long integer(String key) {
        Place place = members.get(key);
        return place == null ? null : place.integer();
    }

    @Nullable
    Severity severity(String key) {
        Place place = members.get(key);
        return place == null ? null : place.word("severity", Words.SEVERITY);
    }

    /** The texts of an array, none when the key is not there. */
    List<String> texts(String key) {
        Place place = members.get(key);
        return place == null ? List.of() : place.texts();
    }

    /** The environments of an array, none when the key is not there. */
    List<String> environments(String key) {
        Place place = members.get(key);
        if (place == null) {
            return List.of();
        }
        List<String> environments = new ArrayList<>();
        for (Place each : place.items()) {
            environments.add(each.name("an environment"));
        }
        return environments;
    }

    /** A complaint about the value of that key, or about the object when it has no such key. */
    ProfileException wrong(String key, String sentence) {
        Place place = members.get(key);
        return (place == null ? owner : place).wrong(sentence);
    }
}
