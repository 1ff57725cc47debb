package dev.parityguard.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unreachable;
import dev.parityguard.target.Target;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
    private static final Redaction NOTHING_KNOWN = Redaction.of(Target.of(new Object()));

    @Test
    void passwordOfTheUrlIsMaskedWhereverItStands() {
        Redaction redaction = Redaction.of(Target.url("postgresql://app:Tr0ub4dor&3@db.example/orders"));

        assertThat(redaction.apply("xxTr0ub4dor&3yy and Tr0ub4dor&3")).isEqualTo("xx***yy and ***");
    }

    @Test
    void encodedPasswordIsMaskedInBothForms() {
        Redaction redaction = Redaction.of(Target.url("redis://:p%40ss+w0rd%21@cache.example"));

        assertThat(redaction.apply("p%40ss+w0rd%21 / p@ss+w0rd!")).isEqualTo("*** / ***");
    }

    @Test
    void strayPercentSignInAPasswordDoesNoHarm() {
        Redaction redaction = Redaction.of(Target.url("redis://:100%sure1@cache.example"));

        assertThat(redaction.apply("given: 100%sure1")).isEqualTo("given: ***");
    }

    @Test
    void secretParametersOfTheUrlAreMasked() {
        Redaction redaction = Redaction.of(
                Target.url("jdbc:postgresql://db/orders?user=app&password=h0rse-battery&sslpassword=st4ple-gun"));

        assertThat(redaction.apply("app h0rse-battery st4ple-gun")).isEqualTo("app *** ***");
    }

    @Test
    void secretWhenPartOfALongerOneThenTheLongerOneIsMaskedWhole() {
        Redaction redaction =
                Redaction.of(Target.url("jdbc:postgresql://db/orders?password=st4ple-g&sslpassword=st4ple-gun-9"));

        assertThat(redaction.apply("st4ple-gun-9 st4ple-g")).isEqualTo("*** ***");
    }

    @Test
    void passwordOfAUrlInAPropertyIsMasked() {
        Target target = Target.of(new Object()).with("management", "http://app:h0rse-battery@queue.example:15672");

        assertThat(Redaction.of(target).apply("sent h0rse-battery")).isEqualTo("sent ***");
    }

    @Test
    void tokenWhenAloneInTheUserInfoThenMasked() {
        assertThat(Redaction.of(Target.url("https://t0k3n-9x@store.example")).apply("sent t0k3n-9x"))
                .isEqualTo("sent ***");
    }

    @Test
    void secretWhenOfTheLeastStrongLengthThenMaskedWithinWords() {
        assertThat(Redaction.of(Target.url("redis://:s3cr3t-8@h")).apply("xs3cr3t-8x"))
                .isEqualTo("x***x");
        assertThat(Redaction.of(Target.url("redis://:s3cr3t7@h")).apply("xs3cr3t7x"))
                .isEqualTo("xs3cr3t7x");
    }

    @Test
    void secretPropertiesOfTheTargetAreMasked() {
        Redaction redaction = Redaction.of(
                Target.of(new Object()).with("secret-key", "k3y-of-keys").with("bucket", "uploads-2026"));

        assertThat(redaction.apply("k3y-of-keys in uploads-2026")).isEqualTo("*** in uploads-2026");
    }

    @Test
    void weakPasswordIsMaskedAsAWordButLeavesLongerWordsWhole() {
        Redaction redaction = Redaction.of(Target.url("postgresql://postgres:postgres@localhost/"));

        assertThat(redaction.apply("postgresql refused (postgres)")).isEqualTo("postgresql refused (***)");
    }

    @Test
    void weakPasswordDoesNotChangeTheServersOwnValues() {
        Redaction redaction = Redaction.of(Target.url("postgresql://app:public@localhost/"));
        Observed observed = new Observed(
                "postgresql",
                Facts.builder().put("setting.search_path", "public").build(),
                List.of());

        assertThat(redaction.apply(observed)).isEqualTo(observed);
    }

    @Test
    void strongSecretIsMaskedInFactsToo() {
        Redaction redaction = Redaction.of(Target.url("redis://:s3cr3t-canary@localhost/"));
        Observed observed = new Observed(
                "redis",
                Facts.builder().put("product", "s3cr3t-canary", "client").build(),
                List.of(new Unknown("x", Unknown.Cause.NOT_PERMITTED, "s3cr3t-canary lacks +info")));

        assertThat(redaction.apply(observed))
                .isEqualTo(new Observed(
                        "redis",
                        Facts.builder().put("product", "***", "client").build(),
                        List.of(new Unknown("x", Unknown.Cause.NOT_PERMITTED, "*** lacks +info"))));
    }

    @Test
    void reasonsAreCleanedAndKeepTheirCauseAndVariable() {
        assertThat(NOTHING_KNOWN.apply(new Unreachable(Unknown.Cause.TIMED_OUT, "redis://u:p@h timed out")))
                .isEqualTo(new Unreachable(Unknown.Cause.TIMED_OUT, "redis://***@h timed out"));
        assertThat(NOTHING_KNOWN.apply(new NotProbed("redis://u:p@h is no URL", "REDIS_URL")))
                .isEqualTo(new NotProbed("redis://***@h is no URL", "REDIS_URL"));
    }

    @ParameterizedTest
    @CsvSource({
        "connect to amqp://guest:guest@mq:5672/, connect to amqp://***@mq:5672/",
        "password=abc&x=1, password=***&x=1",
        "Password: abc, Password: ***",
        "secret = abc; next, secret = ***; next",
        "access_key_id=AKIA and token=t, access_key_id=*** and token=***",
        "the host db.example:5432 refused, the host db.example:5432 refused",
        "password authentication failed, password authentication failed",
    })
    void usualFormsOfSecretsAreMaskedWithoutKnowingThem(String text, String clean) {
        assertThat(NOTHING_KNOWN.apply(text)).isEqualTo(clean);
    }

    @Test
    void urlWithoutCredentialsMasksNothing() {
        Redaction redaction = Redaction.of(Target.url("postgresql://db.example:5432/orders?sslmode=require"));

        assertThat(redaction.apply("db.example:5432/orders require")).isEqualTo("db.example:5432/orders require");
    }
}
