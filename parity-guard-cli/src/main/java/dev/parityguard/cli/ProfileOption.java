package dev.parityguard.cli;

import dev.parityguard.cli.input.BadInput;
import dev.parityguard.profile.ProfileDocument;
import dev.parityguard.profile.ProfileReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which profile is meant. */
final class ProfileOption {
    private static final String VARIABLE = "PARITY_GUARD_PROFILE";
    private static final List<Path> USUAL =
            List.of(Path.of("parity-profile.json"), Path.of("src", "main", "resources", "parity-profile.json"));

    @Option(
            names = {"-p", "--profile"},
            paramLabel = "FILE",
            description = "The profile. Else the file that PARITY_GUARD_PROFILE names, parity-profile.json, or"
                    + " src/main/resources/parity-profile.json.")
    private @Nullable Path file;

    /** The file that is meant, whether or not it is there. */
    Path file() {
        Path existing = existing();
        return existing == null ? USUAL.get(0) : existing;
    }

    /** The file that was named, or a usual one that is there; null without either. */
    @Nullable
    Path existing() {
        if (file != null) {
            return file;
        }
        String named = System.getenv(VARIABLE);
        if (named != null && !named.isBlank()) {
            return Path.of(named.strip());
        }
        return USUAL.stream().filter(Files::exists).findFirst().orElse(null);
    }

    /** The profile itself. */
    ProfileDocument read() {
        Path existing = existing();
        if (existing == null) {
            throw new BadInput("there is no profile: neither " + USUAL.get(0) + " nor " + USUAL.get(1)
                    + " is here; capture one where all is well, or name it with --profile");
        }
        return read(existing);
    }

    private static ProfileDocument read(Path file) {
        if (Files.isDirectory(file)) {
            throw new BadInput(file + " is a folder, not a profile");
        }
        return ProfileReader.read(file);
    }

    /** The profile, or null where none is named and none lies in a usual place. */
    @Nullable
    ProfileDocument readIfThere() {
        Path existing = existing();
        return existing == null ? null : read(existing);
    }
}
