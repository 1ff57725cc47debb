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

    /**
     * The line, counted from 1, on which something is said: the member at the end of that path of names, or the last one
     * on the way that is there.
     */
    public int line(String... path) {
        int offset = 0;
        JsonValue value = root;
        for (String name : path) {
            JsonValue.Member member = value instanceof JsonValue.Mapping mapping
                    ? mapping.members().get(name)
                    : null;
            if (member == null) {
                break;
            }
            offset = member.start();
            value = member.value();
        }
        return source.line(offset);
    }

    JsonValue.Mapping root() {
        return root;
    }
}
