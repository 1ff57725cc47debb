package dev.parityguard.internal;

import dev.parityguard.profile.ProfileReader;
import dev.parityguard.profile.ProfileSignature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** The copy of a profile that lies elsewhere, in a file with its signature beside it. */
final class ProfileCopy {
    private final String file;

    ProfileCopy(String file) {
        this.file = file;
    }

    /** The copy, or null when there is none that can be read. */
    TrustedProfile.@Nullable Bytes read() {
        try {
            Path path = Path.of(file);
            Path signature = Path.of(file + ProfileSignature.SUFFIX);
            try (InputStream in = Files.newInputStream(path)) {
                return new TrustedProfile.Bytes(
                        in.readNBytes(ProfileReader.MAX_BYTES + 1),
                        Files.exists(signature) ? Files.readString(signature, StandardCharsets.US_ASCII) : null);
            }
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }

    /** Replaces the copy as a whole. Tells why that was not possible, or null. */
    @Nullable
    String write(TrustedProfile.Bytes bytes) {
        try {
            replace(Path.of(file), bytes.profile());
            if (bytes.signature() != null) {
                replace(
                        Path.of(file + ProfileSignature.SUFFIX),
                        bytes.signature().getBytes(StandardCharsets.US_ASCII));
            }
            return null;
        } catch (IOException | InvalidPathException e) {
            return "no copy of it could be kept in " + file + ": "
                    + e.getClass().getSimpleName();
        }
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path written = Files.createTempFile(
                absolute.getParent(), absolute.getFileName().toString(), ".new");
        try {
            Files.write(written, bytes);
            Files.move(written, absolute, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    @Override
    public String toString() {
        return file;
    }
}
