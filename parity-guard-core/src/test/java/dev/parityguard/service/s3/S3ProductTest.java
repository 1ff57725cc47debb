package dev.parityguard.service.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Unknown;
import dev.parityguard.servers.S3Stub;
import dev.parityguard.servers.StubReply;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.s3.S3Client;

class S3ProductTest {
    @ParameterizedTest
    @EnumSource
    void productIsRecognisedByItsDocumentedReplies(DocumentedStore documented) throws Exception {
        try (S3Stub stub = documented.start();
                S3Client client = Stores.builder(stub.endpoint()).build()) {
            Facts facts = Stores.see(client).facts();
            assertThat(facts.value("product")).isEqualTo(documented.product);
            assertThat(facts.stream())
                    .allSatisfy(
                            fact -> assertThat(new S3ProbeProvider().catalogue().describe(fact.name()))
                                    .as(fact.name())
                                    .isNotNull());
        }
    }

    @Test
    void hostNameIsEnoughBehindAProxyThatRewritesTheServer() {
        Map<String, Set<String>> signals = Map.of(
                "host", Set.of("s3.eu-central-1.amazonaws.com"), "server", Set.of("nginx"), "cf-ray", Set.of("8a1"));
        assertThat(Product.recognise(signals).name()).isEqualTo("aws-s3");
    }

    @Test
    void strongestProductWinsWhenSignalsContradict() {
        Map<String, Set<String>> signals = Map.of("server", Set.of("AmazonS3"), "x-localstack", Set.of("true"));
        assertThat(Product.recognise(signals).name()).isEqualTo("localstack");
    }

    @Test
    void equallyStrongSignalsOfTwoProductsAreUnknown() {
        Map<String, Set<String>> signals = Map.of("server", Set.of("AmazonS3"), "x-guploader-uploadid", Set.of("A"));
        assertThat(Product.recognise(signals).name()).isEqualTo(Product.UNKNOWN);
    }

    @Test
    void everyBehaviourThatIsKnownOfAProductIsDescribed() {
        for (DocumentedStore documented : DocumentedStore.values()) {
            assertThat(Product.named(documented.product).behaviour().keySet())
                    .allSatisfy(
                            fact -> assertThat(new S3ProbeProvider().catalogue().describe(fact))
                                    .as(fact)
                                    .isNotNull());
        }
    }

    @Test
    void whatOnlyAWriteWouldShowIsOneUnknownForAProductNobodyKnows() throws Exception {
        try (S3Stub stub = DocumentedStore.plain();
                S3Client client = Stores.builder(stub.endpoint()).build()) {
            assertThat(Stores.see(client).unknowns())
                    .filteredOn(unknown -> unknown.covers("behaviour.if_none_match"))
                    .singleElement()
                    .extracting(Unknown::cause)
                    .isEqualTo(Unknown.Cause.NOT_SUPPORTED);
        }
    }

    @Test
    void questionsOnlyReadAndAreAskedOnce() throws Exception {
        try (S3Stub stub = S3Stub.start().otherwise(StubReply.of(503).body("<Error><Code>SlowDown</Code></Error>"));
                S3Client client = Stores.builder(stub.endpoint()).build()) {
            Stores.look(client);
            assertThat(stub.requests())
                    .hasSize(BucketSetting.values().length + 2)
                    .doesNotHaveDuplicates()
                    .allSatisfy(request -> assertThat(request).matches("(HEAD|GET) /uploads.*"));
        }
    }

    @Test
    void passingTroubleIsNoAddressThatNobodyServes() {
        Answer trouble = new Answer(null, 503, Map.of(), null, "", null);
        Answer timedOut = Answer.none(null, Failure.TIMED_OUT);
        assertThat(new BucketAnswers(trouble, Map.of(BucketSetting.CORS, trouble), trouble).mayBeForNobody())
                .isFalse();
        assertThat(new BucketAnswers(timedOut, Map.of(BucketSetting.CORS, timedOut), timedOut).mayBeForNobody())
                .isFalse();
    }
}
