package dev.parityguard.cli;

import dev.parityguard.ParityGuard;
import dev.parityguard.cli.input.BadInput;
import dev.parityguard.cli.input.EnvFile;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Observed;
import dev.parityguard.profile.Profile;
import dev.parityguard.profile.ProfileDocument;
import dev.parityguard.profile.ProfileReader;
import dev.parityguard.profile.ServiceExpectation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gets at two environments, each from a profile or by looking. */
final class Sides {
    private final ProfileOption profile;
    private final LookOptions look;
    private final boolean schema;

    Sides(ProfileOption profile, LookOptions look, boolean schema) {
        this.profile = profile;
        this.look = look;
        this.schema = schema;
    }

    Side side(Path file) throws IOException {
        return file.toString().endsWith(".json") ? captured(ProfileReader.read(file)) : seen(file);
    }

    /** The rules that hold for a comparison with that side. */
    @Nullable
    Profile rules(Side expected) {
        ProfileDocument document = expected.document() == null ? profile.readIfThere() : expected.document();
        return document == null ? null : document.profile();
    }

    private static Side captured(ProfileDocument document) {
        Profile.Captured captured = document.profile().captured();
        SortedMap<String, Observation> services = new TreeMap<>();
        document.profile().services().forEach((name, service) -> services.put(name, observed(service)));
        String environment = captured == null ? null : captured.environment();
        return new Side(
                environment == null ? document.source() : environment,
                captured == null ? null : captured.at(),
                services,
                document);
    }

    /** Where production itself has several values, the first stands for them: {@link Difference} looks at the others. */
    private static Observed observed(ServiceExpectation service) {
        Facts.Builder facts = Facts.builder();
        service.facts().forEach((name, values) -> facts.put(name, values.get(0)));
        return new Observed(service.kind(), facts.build(), List.of());
    }

    private Side seen(Path file) throws IOException {
        Map<String, String> variables = EnvFile.read(file);
        Path known = profile.existing();
        if (look.services().isEmpty() && known == null) {
            throw new BadInput(
                    "there is no service to look at: give --service NAME=URL, or a profile whose services have a url");
        }
        ParityGuard.Builder guard = EnvironmentOptions.guard(look, variables)
                .profile(known == null ? "parity-profile.json" : known.toString());
        SortedMap<String, Observation> services =
                (schema ? guard.schema() : guard).build().observe();
        return new Side(name(file, variables), Instant.now().truncatedTo(ChronoUnit.SECONDS), services, null);
    }

    private static String name(Path file, Map<String, String> variables) {
        String said = variables.get("PARITY_GUARD_ENVIRONMENT");
        return said == null || said.isBlank()
                ? String.valueOf(file.getFileName()).replaceFirst("\\.env$", "")
                : said.strip();
    }
}
