package dev.parityguard.profile;

import dev.parityguard.fact.Fingerprint;
import dev.parityguard.fact.Unknown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Profiles as people might write them: any order, any layout, odd names. The same seed gives the same profile. */
final class GeneratedProfiles {
    private static final List<String> FACTS =
            List.of("version", "product", "setting.a\"b", "behaviour.\\", "ä.😀", "}{", " ");
    private static final List<String> SERVICES = List.of("a", "db", "cache-1", "ünï", "\"quoted\"", "{}", "facts");

    private final Random random;

    GeneratedProfiles(long seed) {
        random = new Random(seed);
    }

    String profile() {
        List<String> members = new ArrayList<>(List.of(member("format", "1"), member("name", string("orders"))));
        if (random.nextBoolean()) {
            members.add(member(
                    "captured",
                    object(List.of(member("by", string("x")), member("at", string("2026-01-01T00:00:00Z"))))));
        }
        if (random.nextBoolean()) {
            members.add(member(
                    "rules",
                    "[" + blank()
                            + object(List.of(
                                    member("fact", string("*/facts\": {")), member("compare", string("ignore"))))
                            + "]"));
        }
        if (random.nextInt(5) > 0) {
            List<String> services = new ArrayList<>();
            for (String service : some(SERVICES)) {
                services.add(member(service, service()));
            }
            members.add(member("services", object(services)));
        }
        return (random.nextInt(5) == 0 ? "\uFEFF" : "") + blank() + object(members) + blank();
    }

    SortedMap<String, CapturedService> seen() {
        SortedMap<String, CapturedService> seen = new TreeMap<>();
        for (String service : some(SERVICES)) {
            SortedMap<String, String> facts = new TreeMap<>();
            some(FACTS).forEach(fact -> facts.put(fact, value()));
            List<Unknown> unknowns = random.nextBoolean()
                    ? List.of()
                    : List.of(new Unknown("setting.*", Unknown.Cause.NOT_PERMITTED, "a right"));
            seen.put(service, new CapturedService("redis", facts, unknowns, null, null, new TreeMap<>()));
        }
        return seen;
    }

    Profile.Captured captured() {
        return new Profile.Captured(random.nextBoolean() ? null : "eu", Instant.ofEpochSecond(random.nextInt()), "p");
    }

    private String service() {
        List<String> members = new ArrayList<>(List.of(member("kind", string("redis"))));
        if (random.nextBoolean()) {
            members.add(member("owner", string("\"facts\": {}")));
        }
        if (random.nextInt(4) > 0) {
            List<String> facts = new ArrayList<>();
            for (String fact : some(FACTS)) {
                facts.add(member(fact, random.nextBoolean() ? string(value()) : "[" + blank() + string(value()) + "]"));
            }
            members.add(member("facts", object(facts)));
        }
        return object(members);
    }

    private String object(List<String> members) {
        List<String> shuffled = new ArrayList<>(members);
        Collections.shuffle(shuffled, random);
        return "{" + blank() + String.join(blank() + "," + blank(), shuffled) + blank() + "}";
    }

    private String member(String name, String json) {
        return string(name) + blank() + ":" + blank() + json;
    }

    private static String string(String text) {
        return Fingerprint.quoted(text);
    }

    private String value() {
        return List.of("1", "2", "", "\"", "\\", "\n", "facts", "}", "😀").get(random.nextInt(9));
    }

    private String blank() {
        return List.of("", "", " ", "\n", "\r\n    ", "\t").get(random.nextInt(6));
    }

    private <T> List<T> some(List<T> all) {
        List<T> some = new ArrayList<>(all);
        some.removeIf(each -> random.nextBoolean());
        return some;
    }
}
