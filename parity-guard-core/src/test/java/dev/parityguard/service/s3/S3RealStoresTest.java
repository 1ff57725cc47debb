package dev.parityguard.service.s3;

import static dev.parityguard.service.s3.Stores.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Fact;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.servers.S3Server;
import dev.parityguard.servers.S3Server.Backend;
import dev.parityguard.target.Target;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

class S3RealStoresTest {
    private static S3Server transientStore;
    private static S3Server filesystem;
    private static S3Server s3mock;
    private static S3Server localS3;

    @BeforeAll
    static void start() {
        transientStore = S3Server.s3proxy(Backend.TRANSIENT).start();
        filesystem = S3Server.s3proxy(Backend.FILESYSTEM).start();
        s3mock = S3Server.s3mock().start();
        localS3 = S3Server.localS3().start();
        for (Store store : Store.values()) {
            Stores.clientWithBucket(store.server()).close();
        }
    }

    @AfterAll
    static void stop() {
        for (Store store : Store.values()) {
            store.server().close();
        }
    }

    enum Store {
        S3PROXY_TRANSIENT("s3proxy"),
        S3PROXY_FILESYSTEM("s3proxy"),
        S3MOCK("s3mock"),
        LOCAL_S3("locals3");

        final String product;

        Store(String product) {
            this.product = product;
        }

        S3Server server() {
            return switch (this) {
                case S3PROXY_TRANSIENT -> transientStore;
                case S3PROXY_FILESYSTEM -> filesystem;
                case S3MOCK -> s3mock;
                case LOCAL_S3 -> localS3;
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFactIsDescribedAndLookingTwiceSeesTheSame(Store store) throws Exception {
        try (S3Client client = Stores.builder(store.server().endpoint()).build()) {
            Observed observed = Stores.see(client);
            assertThat(observed.facts().stream().map(Fact::name))
                    .allSatisfy(
                            name -> assertThat(new S3ProbeProvider().catalogue().describe(name))
                                    .as(name)
                                    .isNotNull());
            assertThat(Stores.see(client)).isEqualTo(observed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void productIsRecognisedAndKeysAreToldApart(Store store) throws Exception {
        try (S3Client client = Stores.builder(store.server().endpoint()).build()) {
            Observed observed = Stores.see(client);
            assertThat(observed.facts().value("product")).isEqualTo(store.product);
            assertThat(observed.facts().value("behaviour.key_case")).isEqualTo("sensitive");
            assertThat(observed.facts().value("behaviour.key_unicode")).isEqualTo("kept");
            assertThat(observed.facts().value("setting.versioning")).isEqualTo("off");
        }
    }

    @Test
    void listingInPlaceOfASettingIsUnknown() throws Exception {
        try (S3Client mock = Stores.builder(s3mock.endpoint()).build();
                S3Client local = Stores.builder(localS3.endpoint()).build()) {
            assertWrongDocument(Stores.see(mock), "setting.encryption");
            assertWrongDocument(Stores.see(local), "setting.object_lock");
        }
    }

    @Test
    void settingThatTheStoreDoesNotHaveIsUnsupported() throws Exception {
        try (S3Client client = Stores.builder(filesystem.endpoint()).build()) {
            assertThat(Stores.see(client).facts().value("setting.encryption")).isEqualTo(SettingReading.UNSUPPORTED);
        }
    }

    @Test
    void settingsThatAreMadeAreSeen() throws Exception {
        try (S3Server server = S3Server.localS3().start();
                S3Client client = Stores.clientWithBucket(server)) {
            client.putBucketVersioning(request -> request.bucket(BUCKET)
                    .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.SUSPENDED)));
            ServerSideEncryptionRule aes = ServerSideEncryptionRule.builder()
                    .applyServerSideEncryptionByDefault(by -> by.sseAlgorithm(ServerSideEncryption.AES256))
                    .build();
            client.putBucketEncryption(request ->
                    request.bucket(BUCKET).serverSideEncryptionConfiguration(encryption -> encryption.rules(aes)));
            client.putPublicAccessBlock(request -> request.bucket(BUCKET)
                    .publicAccessBlockConfiguration(
                            block -> block.blockPublicPolicy(true).blockPublicAcls(true)));
            Observed observed = Stores.see(client);
            assertThat(observed.facts().value("setting.versioning")).isEqualTo("Suspended");
            assertThat(observed.facts().value("setting.encryption")).isEqualTo("AES256");
            assertThat(observed.facts().value("setting.public_access_block"))
                    .isEqualTo("BlockPublicAcls,BlockPublicPolicy");
        }
    }

    @Test
    void emptyBucketLeavesTheSpellingOfKeysUnknown() throws Exception {
        try (S3Client client = Stores.builder(transientStore.endpoint()).build()) {
            client.createBucket(request -> request.bucket("empty-one"));
            Observed observed = (Observed) Stores.look(Target.of(client).with("bucket", "empty-one"));
            assertThat(observed.facts().value("behaviour.key_case")).isNull();
            assertThat(observed.unknowns())
                    .filteredOn(unknown -> unknown.covers("behaviour.key_case"))
                    .first()
                    .extracting(Unknown::cause)
                    .isEqualTo(Cause.NOT_SUPPORTED);
        }
    }

    private static void assertWrongDocument(Observed observed, String fact) {
        assertThat(observed.facts().value(fact)).isNull();
        assertThat(observed.unknowns())
                .filteredOn(unknown -> unknown.fact().equals(fact))
                .singleElement()
                .satisfies(unknown -> {
                    assertThat(unknown.cause()).isEqualTo(Cause.UNREADABLE);
                    assertThat(unknown.missing()).contains("ListBucketResult");
                });
    }
}
