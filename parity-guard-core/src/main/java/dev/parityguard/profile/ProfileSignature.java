package dev.parityguard.profile;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The detached signature of a profile: Ed25519 over the bytes of the file as they are, written as Base64 into a file beside it
 * that is named like it with {@value #SUFFIX} behind. Needs nothing but the JDK.
 */
public final class ProfileSignature {
    /** What the name of the signature's file has behind the profile's. */
    public static final String SUFFIX = ".sig";

    private static final String ALGORITHM = "Ed25519";

    private ProfileSignature() {}

    /**
     * The signature of that profile, as it is written into the file beside it.
     *
     * @throws InvalidKeyException when the key is none of Ed25519
     */
    public static String sign(byte[] profile, PrivateKey key) throws InvalidKeyException {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(profile);
            return Base64.getEncoder().encodeToString(signature.sign()) + "\n";
        } catch (InvalidKeyException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot sign with " + ALGORITHM, e);
        }
    }

    /** Whether that signature is the one of this profile by the owner of that key. False for a text that is no signature. */
    public static boolean fits(byte[] profile, String signature, PublicKey key) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(profile);
            return check.verify(decoded(signature));
        } catch (InvalidKeyException | SignatureException | IllegalArgumentException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot verify " + ALGORITHM, e);
        }
    }

    /**
     * Reads a public key: X.509 as Base64, with or without the lines of PEM around it.
     *
     * @throws InvalidKeyException when it is no public key of Ed25519; the message holds nothing of it
     */
    public static PublicKey publicKey(String text) throws InvalidKeyException {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(decoded(text)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new InvalidKeyException("is no public key of " + ALGORITHM);
        }
    }

    /**
     * Reads a private key: PKCS #8 as Base64, with or without the lines of PEM around it.
     *
     * @throws InvalidKeyException when it is no private key of Ed25519; the message holds nothing of it
     */
    public static PrivateKey privateKey(String text) throws InvalidKeyException {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(decoded(text)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new InvalidKeyException("is no private key of " + ALGORITHM);
        }
    }

    private static byte[] decoded(String text) {
        String base64 = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return Base64.getDecoder().decode(base64.getBytes(StandardCharsets.US_ASCII));
    }
}
