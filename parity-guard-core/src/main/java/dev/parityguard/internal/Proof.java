package dev.parityguard.internal;

import dev.parityguard.fact.Fingerprint;
import dev.parityguard.profile.ProfileSignature;
import java.security.InvalidKeyException;
import org.jspecify.annotations.Nullable;

/**
 * What a profile has to prove.
 *
 * @param pin the SHA-256 of its bytes, in lower-case hexadecimal, or null
 * @param key the public key of whoever signs it, or null
 */
record Proof(@Nullable String pin, @Nullable String key) {

    boolean isPinned() {
        return pin != null;
    }

    boolean needsSignature() {
        return key != null;
    }

    /** Why nothing can be proven, or null. */
    @Nullable
    String unusable() {
        if (pin != null && !pin.matches("[0-9a-f]{64}")) {
            return "is pinned by something that is no SHA-256: 64 hexadecimal digits follow #sha256=";
        }
        try {
            if (key != null) {
                ProfileSignature.publicKey(key);
            }
            return null;
        } catch (InvalidKeyException e) {
            return "cannot be trusted: the key in " + Settings.PROFILE_KEY + " " + e.getMessage();
        }
    }

    /** Why these bytes are not taken, or null. */
    @Nullable
    String refusal(TrustedProfile.Bytes bytes) {
        if (pin != null) {
            String actual = Fingerprint.of(bytes.profile());
            if (!actual.equals(pin)) {
                return "is not the profile that is pinned: its SHA-256 is " + actual;
            }
        }
        if (key == null) {
            return null;
        }
        if (bytes.signature() == null) {
            return "is not signed: there is no " + ProfileSignature.SUFFIX + " file beside it";
        }
        try {
            return ProfileSignature.fits(bytes.profile(), bytes.signature(), ProfileSignature.publicKey(key))
                    ? null
                    : "is not what the owner of the key signed: the signature beside it does not fit";
        } catch (InvalidKeyException e) {
            return "cannot be trusted: the key " + e.getMessage();
        }
    }
}
