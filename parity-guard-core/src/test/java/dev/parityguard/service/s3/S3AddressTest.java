package dev.parityguard.service.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parityguard.target.Secret;
import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3AddressTest {
    private static final String SECRET = "Zx8pQ71";

    @Test
    void bucketAloneLeavesEverythingElseToTheSdk() {
        assertThat(parse("s3://uploads")).isEqualTo(new S3Address("uploads", null, null, null, null, false));
    }

    @Test
    void everyPartIsRead() {
        assertThat(
                        parse(
                                "S3://AK:a+b%2Fc%40@my.bucket/?endpoint=http%3A%2F%2F127.0.0.1:9000&region=auto&path-style=true"))
                .isEqualTo(new S3Address(
                        "my.bucket", "AK", Secret.of("a+b/c@"), URI.create("http://127.0.0.1:9000"), "auto", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://",
                "s3://AK:" + SECRET + "@",
                "s3://AK:" + SECRET + "@uploads/path",
                "s3://" + SECRET + "@uploads",
                "s3://:" + SECRET + "@uploads",
                "s3://AK:%" + SECRET + "@uploads",
                "s3://uploads?secret=" + SECRET,
                "s3://uploads?endpoint=http:// " + SECRET,
                "s3://uploads?endpoint=ftp://" + SECRET,
                "https://" + SECRET,
            })
    void addressThatIsNoneIsRefusedWithoutRepeatingIt(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(url))
                .withMessageContaining("S3 bucket")
                .withMessageNotContaining(SECRET);
    }

    @Test
    void textOfAnAddressHoldsNoCredentials() {
        assertThat(parse("s3://AK:" + SECRET + "@uploads")).hasToString("s3://uploads");
    }

    @Test
    void anyTextIsReadOrRefused() {
        Random random = new Random(12);
        String characters = "s3://:@?&=%+./ -_aZ09é\u0000endpointregion";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "s3://" : "");
            for (int length = random.nextInt(40); length > 0; length--) {
                text.append(characters.charAt(random.nextInt(characters.length())));
            }
            try {
                assertThat(parse(text.toString()).bucket()).isNotEmpty();
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageContaining("S3 bucket");
            }
        }
    }

    private static S3Address parse(String url) {
        return S3Address.parse(Secret.of(url));
    }
}
