package dev.parityguard.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was captured into a profile. Only the captured half changes, which is {@code captured} and the
 * {@code facts} of each service; everything that people wrote stays as it is, character by character. Where no fact has
 * changed, nothing changes at all. Safe for use by several threads.
 */
public final class ProfileWriter {
    private static final String SCHEMA = "https://parityguard.dev/schema/parity-profile-1.json";

    private ProfileWriter() {}

    /**
     * The text of a new profile.
     *
     * @throws ProfileException when it would hold what no profile may, such as a URL with a password
     */
    public static String create(String name, Profile.Captured captured, SortedMap<String, CapturedService> services) {
        Layout layout = Layout.STANDARD;
        List<String> written = new ArrayList<>();
        services.forEach((service, seen) ->
                written.add(Layout.member(service, layout.service(layout.unit() + layout.unit(), seen))));
        String text = layout.object(
                        "",
                        List.of(
                                Layout.member("$schema", Layout.string(SCHEMA)),
                                Layout.member("format", String.valueOf(Profile.FORMAT)),
                                Layout.member("name", Layout.string(name)),
                                Layout.member("captured", Layout.captured(captured)),
                                Layout.member("modes", "{ \"default\": \"warn\" }"),
                                Layout.member("variables", "{}"),
                                Layout.member("services", layout.object(layout.unit(), written)),
                                Layout.member("rules", "[]")))
                + layout.lineEnd();
        return checked(name, text);
    }

    /**
     * The text with what was seen in place of the former facts. Services that were not seen, and facts that could not be
     * looked at, keep what the profile says of them.
     *
     * @throws ProfileException when the profile would hold what no profile may, or names another kind for a service
     */
    public static String refresh(
            ProfileDocument profile, Profile.Captured captured, SortedMap<String, CapturedService> services) {
        return write(profile, captured, services, CapturedFacts::replacing);
    }

    /**
     * The text with what was seen beside the former facts: where production is several, values that differ become one
     * of several.
     *
     * @throws ProfileException when the profile would hold what no profile may, or names another kind for a service
     */
    public static String merge(
            ProfileDocument profile, Profile.Captured captured, SortedMap<String, CapturedService> services) {
        return write(profile, captured, services, CapturedFacts::merging);
    }

    private static String write(
            ProfileDocument document,
            Profile.Captured captured,
            SortedMap<String, CapturedService> services,
            BiFunction<SortedMap<String, List<String>>, CapturedService, SortedMap<String, List<String>>> joining) {
        String text = document.text();
        JsonValue.Mapping root = document.root();
        Layout layout = Layout.of(text, root);
        Edits edits = new Edits();
        JsonValue.Mapping known = object(root, "services");
        SortedMap<String, CapturedService> added = new TreeMap<>(services);
        for (Map.Entry<String, ServiceExpectation> expected :
                document.profile().services().entrySet()) {
            CapturedService seen = added.remove(expected.getKey());
            if (seen != null && known != null) {
                JsonValue.Mapping service = object(known, expected.getKey());
                checkKind(document, expected.getKey(), expected.getValue().kind(), seen.kind());
                SortedMap<String, List<String>> old = expected.getValue().facts();
                SortedMap<String, List<String>> facts = joining.apply(old, seen);
                if (service != null && (!facts.equals(old) || !service.members().containsKey("facts"))) {
                    writeFacts(edits, text, layout, service, facts);
                }
            }
        }
        if (known == null && !added.isEmpty()) {
            edits.append(
                    root, text, layout, indentation -> Layout.member("services", added(layout, indentation, added)));
        } else if (known != null && known.members().isEmpty() && !added.isEmpty()) {
            edits.replace(known, added(layout, Layout.indentation(text, known.start()), added));
        } else if (known != null) {
            added.forEach((name, service) -> edits.append(
                    known, text, layout, indentation -> Layout.member(name, layout.service(indentation, service))));
        }
        writeCaptured(edits, text, layout, root, captured);
        return edits.isEmpty() ? text : checked(document.source(), edits.applyTo(text));
    }

    private static void writeFacts(
            Edits edits, String text, Layout layout, JsonValue.Mapping service, SortedMap<String, List<String>> facts) {
        JsonValue.Mapping old = object(service, "facts");
        if (old == null) {
            edits.append(
                    service, text, layout, indentation -> Layout.member("facts", layout.facts(indentation, facts)));
        } else {
            edits.replace(old, layout.facts(Layout.indentation(text, old.start()), facts));
        }
    }

    /** Where no fact has changed, the older time stays: it is as true, and the file does not change. */
    private static void writeCaptured(
            Edits edits, String text, Layout layout, JsonValue.Mapping root, Profile.Captured captured) {
        JsonValue.Mapping old = object(root, "captured");
        if (old == null) {
            JsonValue.Member name = Objects.requireNonNull(root.members().get("name"), "every profile has a name");
            edits.insert(
                    root,
                    name.value().end(),
                    text,
                    layout,
                    indentation -> Layout.member("captured", Layout.captured(captured)));
        } else if (!edits.isEmpty()) {
            edits.replace(old, Layout.captured(captured));
        }
    }

    private static String added(Layout layout, String indentation, SortedMap<String, CapturedService> services) {
        List<String> written = new ArrayList<>();
        services.forEach((name, service) ->
                written.add(Layout.member(name, layout.service(indentation + layout.unit(), service))));
        return layout.object(indentation, written);
    }

    private static void checkKind(ProfileDocument document, String service, String expected, String seen) {
        if (!expected.equals(seen)) {
            throw new ProfileException(document.source() + ": the profile says that " + Source.quotable(service)
                    + " is of kind " + expected + ", and what answers is of kind " + seen
                    + "; change `kind` first, then capture again");
        }
    }

    private static JsonValue.@Nullable Mapping object(JsonValue.Mapping parent, String key) {
        JsonValue.Member member = parent.members().get(key);
        return member != null && member.value() instanceof JsonValue.Mapping object ? object : null;
    }

    /** What was written must be readable, or nobody could start with it. */
    private static String checked(String source, String text) {
        ProfileReader.read(new Source(source, text));
        return text;
    }
}
