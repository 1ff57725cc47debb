package dev.parityguard.profile;

import dev.parityguard.fact.Fingerprint;
import org.jspecify.annotations.Nullable;

/** A profile that was read, together with the text it stands in. Immutable and safe for use by several threads. */
public final class ProfileDocument {
    private final Profile profile;
    private final Source source;
    private final JsonValue.Mapping root;
    private volatile @Nullable String fingerprint;

    ProfileDocument(Profile profile, Source source, JsonValue.Mapping root) {
        this.profile = profile;
        this.source = source;
        this.root = root;
    }

    /** What the text says. */
    public Profile profile() {
        return profile;
    }

    /** The name under which people know the text, such as a file's name. */
    public String source() {
        return source.name();
    }

    /** The text as it was read. */
    public String text() {
        return source.text();
    }

    /** SHA-256 of the text's canonical form (RFC 8785), so that blanks and the order of names do not count. */
    public String fingerprint() {
        String known = fingerprint;
        if (known == null) {
            known = Fingerprint.of(CanonicalJson.of(root));
            fingerprint = known;
        }
        return known;
    }

    JsonValue.Mapping root() {
        return root;
    }
}
