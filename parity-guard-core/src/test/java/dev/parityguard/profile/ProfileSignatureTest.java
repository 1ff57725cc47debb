package dev.parityguard.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileSignatureTest {
    private static final byte[] PROFILE = "{\"format\": 1, \"name\": \"orders\"}\n".getBytes(StandardCharsets.UTF_8);

    /** Made by openssl genpkey, pkey and pkeyutl 3.0, as docs/profile-sharing.md tells. */
    private static final String OPENSSL_KEY = "MCowBQYDK2VwAyEARBm/2zp5cxP6FZ4hSVFyCINpZtIPykiYXHFCELSYTL0=";

    private static final String OPENSSL_SIGNATURE = """
            sPAxhswiP0bZ6/j1PHE9DTLwGiLnydql0OO7M3WU2NnrZiAQdohsXVqRFU/GWuuC8nGgr9j8ngxO
            u7K2e+0AAg==
            """;

    private static KeyPair keys;

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    @Test
    void signatureByOpensslFits() throws Exception {
        assertThat(ProfileSignature.fits(PROFILE, OPENSSL_SIGNATURE, ProfileSignature.publicKey(OPENSSL_KEY)))
                .isTrue();
    }

    @Test
    void signatureWhenOneByteDiffersDoesNotFit() throws Exception {
        String signature = ProfileSignature.sign(PROFILE, keys.getPrivate());
        assertThat(ProfileSignature.fits(PROFILE, signature, keys.getPublic())).isTrue();

        byte[] changed = PROFILE.clone();
        changed[changed.length - 1] = ' ';
        assertThat(ProfileSignature.fits(changed, signature, keys.getPublic())).isFalse();
    }

    @Test
    void signatureOfAnotherOwnerDoesNotFit() throws Exception {
        assertThat(ProfileSignature.fits(
                        PROFILE,
                        ProfileSignature.sign(PROFILE, keys.getPrivate()),
                        ProfileSignature.publicKey(OPENSSL_KEY)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "AAAA", "!!!"})
    void textThatIsNoSignatureDoesNotFit(String text) {
        assertThat(ProfileSignature.fits(PROFILE, text, keys.getPublic())).isFalse();
    }

    @Test
    void keysAreReadWithAndWithoutPem() throws Exception {
        String key = Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded());
        String pem = "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n";
        assertThat(ProfileSignature.privateKey(pem)).isEqualTo(keys.getPrivate());
        assertThat(ProfileSignature.privateKey(key)).isEqualTo(keys.getPrivate());
        String open = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        assertThat(ProfileSignature.publicKey(open)).isEqualTo(keys.getPublic());
    }

    @Test
    void keyOfAnotherAlgorithmIsRefusedWithoutRepeatingIt() throws Exception {
        KeyPair other = KeyPairGenerator.getInstance("EC").generateKeyPair();
        String text = Base64.getEncoder().encodeToString(other.getPrivate().getEncoded());
        assertThatExceptionOfType(InvalidKeyException.class)
                .isThrownBy(() -> ProfileSignature.privateKey(text))
                .withMessage("is no private key of Ed25519")
                .withNoCause();
        assertThatExceptionOfType(InvalidKeyException.class)
                .isThrownBy(() -> ProfileSignature.sign(PROFILE, other.getPrivate()));
    }
}
