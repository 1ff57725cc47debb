package dev.parityguard.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What holds whenever a capture is written into a profile. */
final class RefreshLaw {
    private RefreshLaw() {}

    static void holds(ProfileDocument before, Profile.Captured captured, SortedMap<String, CapturedService> seen) {
        String refreshed = ProfileWriter.refresh(before, captured, seen);
        ProfileDocument after = Refusals.read(refreshed);

        assertThat(peoplesHalf(after, before)).isEqualTo(peoplesHalf(before, before));
        assertThat(machinesHalfRemoved(after.profile(), before.profile()))
                .isEqualTo(machinesHalfRemoved(before.profile(), before.profile()));
        seen.forEach((name, service) -> service.facts()
                .forEach((fact, value) -> assertThat(
                                after.profile().services().get(name).facts().get(fact))
                        .containsExactly(value)));
        assertThat(ProfileWriter.refresh(after, new Profile.Captured(null, captured.at(), "later"), seen))
                .isEqualTo(refreshed);

        ProfileDocument merged = Refusals.read(ProfileWriter.merge(before, captured, seen));
        assertThat(peoplesHalf(merged, before)).isEqualTo(peoplesHalf(before, before));
        before.profile()
                .services()
                .forEach((name, service) -> service.facts()
                        .forEach((fact, values) -> assertThat(merged.profile()
                                        .services()
                                        .get(name)
                                        .facts()
                                        .get(fact))
                                .containsAll(values)));
    }

    /** The text without its captured spans and without what was added, character by character. */
    private static String peoplesHalf(ProfileDocument document, ProfileDocument before) {
        String text = document.text();
        JsonValue.Mapping root = document.root();
        TreeMap<Integer, Integer> spans = new TreeMap<>();
        cut(spans, text, root, "captured", has(before.root(), "captured"));
        if (!has(before.root(), "services")) {
            cut(spans, text, root, "services", false);
        } else if (root.members().get("services").value() instanceof JsonValue.Mapping services
                && before.root().members().get("services").value() instanceof JsonValue.Mapping former) {
            if (former.members().isEmpty()) {
                spans.put(services.start(), services.end());
            } else {
                for (Map.Entry<String, JsonValue.Member> service :
                        services.members().entrySet()) {
                    if (!has(former, service.getKey())) {
                        cut(spans, text, services, service.getKey(), false);
                    } else if (service.getValue().value() instanceof JsonValue.Mapping mapping) {
                        JsonValue.Mapping old = (JsonValue.Mapping)
                                former.members().get(service.getKey()).value();
                        cut(spans, text, mapping, "facts", has(old, "facts"));
                    }
                }
            }
        }
        StringBuilder rest = new StringBuilder();
        int done = 0;
        for (Map.Entry<Integer, Integer> span : spans.entrySet()) {
            rest.append(text, done, span.getKey());
            done = span.getValue();
        }
        return rest.append(text, done, text.length()).toString();
    }

    /** Cuts the value of a member, and when it was added the whole member with the comma and the blanks before it. */
    private static void cut(
            TreeMap<Integer, Integer> spans, String text, JsonValue.Mapping parent, String key, boolean wasThere) {
        JsonValue.Member member = parent.members().get(key);
        if (member == null) {
            return;
        }
        int start = wasThere ? member.value().start() : text.lastIndexOf(',', member.start());
        spans.put(start, member.value().end());
    }

    private static boolean has(JsonValue.Mapping parent, String key) {
        return parent.members().containsKey(key);
    }

    private static Profile machinesHalfRemoved(Profile profile, Profile before) {
        SortedMap<String, ServiceExpectation> services = new TreeMap<>();
        profile.services().forEach((name, service) -> {
            if (before.services().containsKey(name)) {
                services.put(
                        name,
                        new ServiceExpectation(
                                service.kind(),
                                service.url(),
                                service.use(),
                                service.owner(),
                                service.runbook(),
                                service.properties(),
                                new TreeMap<>()));
            }
        });
        return new Profile(profile.name(), null, profile.modes(), profile.variables(), services, profile.rules());
    }
}
