package dev.parityguard.profile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

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
        return checked(profile.source(), new Refresh(profile).write(captured, services, CapturedFacts::replacing));
    }

    /**
     * The text with what was seen beside the former facts: where production is several, values that differ become one
     * of several.
     *
     * @throws ProfileException when the profile would hold what no profile may, or names another kind for a service
     */
    public static String merge(
            ProfileDocument profile, Profile.Captured captured, SortedMap<String, CapturedService> services) {
        return checked(profile.source(), new Refresh(profile).write(captured, services, CapturedFacts::merging));
    }

    /**
     * The text with one more rule behind the others; everything else stays as it is, character by character.
     *
     * @throws ProfileException when the rule is none that a profile may hold
     */
    public static String withRule(ProfileDocument profile, Rule rule) {
        Layout layout = Layout.of(profile.text(), profile.root());
        Edits edits = new Edits(profile.text(), layout);
        String written = RuleText.of(rule);
        JsonValue.Member rules = profile.root().members().get("rules");
        if (rules == null) {
            edits.append(profile.root(), indentation -> Layout.member("rules", layout.array(indentation, written)));
        } else {
            edits.append((JsonValue.Array) rules.value(), written);
        }
        return checked(profile.source(), edits.applied());
    }

    /** What was written must be readable, or nobody could start with it. */
    private static String checked(String source, String text) {
        ProfileReader.read(text.getBytes(StandardCharsets.UTF_8), source);
        return text;
    }
}
