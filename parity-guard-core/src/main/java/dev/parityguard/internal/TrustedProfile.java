package dev.parityguard.internal;

import dev.parityguard.fetch.Fetch;
import dev.parityguard.internal.ProfileLookup.Kind;
import dev.parityguard.profile.ProfileException;
import dev.parityguard.profile.ProfileReader;
import dev.parityguard.profile.ProfileSignature;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A profile that lies elsewhere, or that has to be proven to be the right one. For one use. */
final class TrustedProfile {
    /** What stands between a location and the SHA-256 of the only profile that is taken from there. */
    static final String PIN = "#sha256=";

    private static final int LONGEST_SIGNATURE = 1_000;

    private final String location;
    private final Proof proof;
    private final @Nullable ProfileCopy copy;
    private final long end;

    TrustedProfile(String location, @Nullable String key, @Nullable String copy, Duration time) {
        int pin = location.indexOf(PIN);
        this.location = pin < 0 ? location : location.substring(0, pin);
        this.proof = new Proof(
                pin < 0 ? null : location.substring(pin + PIN.length()).toLowerCase(Locale.ROOT), key);
        this.copy = copy == null ? null : new ProfileCopy(copy);
        this.end = System.nanoTime() + time.toNanos();
    }

    /** A profile as bytes, with its signature where one is asked for. */
    static final class Bytes {
        private final byte[] profile;
        private final @Nullable String signature;

        Bytes(byte[] profile, @Nullable String signature) {
            this.profile = profile;
            this.signature = signature;
        }

        byte[] profile() {
            return profile;
        }

        @Nullable
        String signature() {
            return signature;
        }
    }

    ProfileLookup lookup() {
        String unusable = proof.unusable();
        if (unusable != null) {
            return problem(Kind.UNTRUSTED, unusable);
        }
        return location.contains("://") ? fromElsewhere() : fromHere();
    }

    private ProfileLookup fromHere() {
        try {
            byte[] profile = local(location, ProfileReader.MAX_BYTES + 1);
            if (profile == null) {
                return new ProfileLookup(null, location, null);
            }
            byte[] signature =
                    proof.needsSignature() ? local(location + ProfileSignature.SUFFIX, LONGEST_SIGNATURE) : null;
            return judged(new Bytes(profile, text(signature)), null);
        } catch (IOException | InvalidPathException e) {
            return problem(Kind.UNREADABLE, "cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private ProfileLookup fromElsewhere() {
        Bytes kept = copy == null ? null : copy.read();
        if (kept != null && proof.isPinned() && proof.refusal(kept) == null) {
            return judged(kept, null);
        }
        Bytes fetched;
        try {
            fetched = fetched(address());
        } catch (IOException e) {
            return instead(kept, "could not be fetched: " + e.getMessage());
        }
        ProfileLookup lookup = judged(fetched, null);
        if (lookup.document() != null && copy != null) {
            String failure = copy.write(fetched);
            return failure == null
                    ? lookup
                    : new ProfileLookup(
                            lookup.document(), lookup.location(), new ProfileLookup.Problem(Kind.COPIED, failure));
        }
        return lookup;
    }

    private ProfileLookup instead(@Nullable Bytes kept, String reason) {
        if (kept == null) {
            return problem(Kind.UNREACHABLE, reason);
        }
        String refusal = proof.refusal(kept);
        return refusal == null
                ? judged(kept, reason + "; the copy in " + copy + " is used")
                : problem(Kind.UNREACHABLE, reason + "; the copy in " + copy + " " + refusal);
    }

    private URI address() throws IOException {
        try {
            URI address = new URI(location);
            String scheme = String.valueOf(address.getScheme());
            if (!scheme.equalsIgnoreCase("https") && !scheme.equalsIgnoreCase("s3")) {
                throw new IOException("a profile is fetched by https:// or s3:// only");
            }
            return address;
        } catch (URISyntaxException e) {
            throw new IOException("the address is none");
        }
    }

    private Bytes fetched(URI address) throws IOException {
        byte[] profile = Fetch.bytes(address, ProfileReader.MAX_BYTES, left());
        if (!proof.needsSignature()) {
            return new Bytes(profile, null);
        }
        try {
            return new Bytes(profile, text(Fetch.bytes(besides(address), LONGEST_SIGNATURE, left())));
        } catch (IOException e) {
            throw new IOException("its signature: " + e.getMessage());
        }
    }

    private static URI besides(URI address) {
        String text = address.toString();
        int query = text.indexOf('?');
        return URI.create(
                query < 0
                        ? text + ProfileSignature.SUFFIX
                        : text.substring(0, query) + ProfileSignature.SUFFIX + text.substring(query));
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
    }

    private ProfileLookup judged(Bytes bytes, @Nullable String oddity) {
        String refusal = proof.refusal(bytes);
        if (refusal != null) {
            return problem(Kind.UNTRUSTED, refusal);
        }
        try {
            return new ProfileLookup(
                    ProfileReader.read(bytes.profile(), shown()),
                    shown(),
                    oddity == null ? null : new ProfileLookup.Problem(Kind.COPIED, oddity));
        } catch (ProfileException e) {
            return problem(Kind.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private ProfileLookup problem(Kind kind, String sentence) {
        return new ProfileLookup(
                null,
                shown(),
                new ProfileLookup.Problem(kind, sentence.startsWith(shown()) ? sentence : shown() + " " + sentence));
    }

    /** A query may hold a signature that grants access, and what stands before an @ a password. */
    private String shown() {
        if (!location.contains("://")) {
            return location;
        }
        int query = location.indexOf('?');
        String address = query < 0 ? location : location.substring(0, query);
        return address.replaceFirst("://[^/]*@", "://***@");
    }

    private static byte @Nullable [] local(String location, int most) throws IOException {
        try (InputStream in = ProfileSource.open(location)) {
            return in == null ? null : in.readNBytes(most);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.US_ASCII);
    }
}
