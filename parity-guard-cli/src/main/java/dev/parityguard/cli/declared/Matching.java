package dev.parityguard.cli.declared;

import dev.parityguard.profile.Profile;
import dev.parityguard.profile.ServiceExpectation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which service of a profile a declared one stands for. */
final class Matching {
    private final Profile profile;
    private final Map<String, String> names;

    Matching(Profile profile, Map<String, String> names) {
        this.profile = profile;
        this.names = names;
    }

    /**
     * An answer.
     *
     * @param kind the kind of service, or null for what is none, such as the application itself
     * @param service the profile's service, or null when none or more than one fits
     * @param candidates the profile's services of that kind
     */
    record Match(@Nullable String kind, @Nullable String service, List<String> candidates) {}

    Match of(Declared declared) {
        String kind = kind(declared);
        if (kind == null) {
            return new Match(null, null, List.of());
        }
        String said = names.getOrDefault(declared.name(), declared.name());
        List<String> candidates = profile.services().entrySet().stream()
                .filter(service -> service.getValue().kind().equals(kind))
                .map(Map.Entry::getKey)
                .toList();
        ServiceExpectation named = profile.services().get(said);
        if (named != null) {
            return new Match(kind, said, candidates);
        }
        return new Match(kind, candidates.size() == 1 ? candidates.get(0) : null, candidates);
    }

    private static @Nullable String kind(Declared declared) {
        if (declared.kind() != null) {
            return declared.kind();
        }
        String image = declared.image();
        Image parsed = image == null ? null : Image.parse(image.replaceFirst("[:@]?\\$.*$", ""));
        return parsed == null ? null : parsed.kind();
    }
}
