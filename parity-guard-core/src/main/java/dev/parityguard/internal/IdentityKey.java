package dev.parityguard.internal;

import dev.parityguard.fact.Fingerprint;

/** What identifiers are hashed with. The hash begins with a sign of the key: hashes under two keys cannot be compared. */
final class IdentityKey {
    private static final int LENGTH = 32;
    private static final int SIGN_LENGTH = 6;

    private final String key;

    IdentityKey(String key) {
        this.key = "parity-guard identity\n" + key + "\n";
    }

    /** Cut short, so that nobody can lengthen what was hashed. The cipher providers of the JDK would cost a start more. */
    String hash(String identifier) {
        return Fingerprint.of(key).substring(0, SIGN_LENGTH) + ":"
                + Fingerprint.of(key + identifier).substring(0, LENGTH);
    }
}
