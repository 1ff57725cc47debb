package dev.parityguard.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Fact;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Severity;
import dev.parityguard.fact.Unknown;
import dev.parityguard.servers.S3Server;
import dev.parityguard.servers.S3Server.Backend;
import dev.parityguard.servers.S3Stub;
import dev.parityguard.servers.StubReply;
import dev.parityguard.service.s3.DocumentedStore;
import dev.parityguard.service.s3.S3ProbeProvider;
import dev.parityguard.service.s3.SpellingStore;
import dev.parityguard.service.s3.Stores;
import dev.parityguard.target.Target;
import java.net.URI;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

class S3IncidentsTest {
    private static final IncidentFixture FIXTURE = new IncidentFixture("s3", null, new S3ProbeProvider().catalogue());

    private static S3Server store;

    @BeforeAll
    static void start() {
        store = S3Server.s3proxy(Backend.TRANSIENT).start();
        Stores.clientWithBucket(store).close();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    @Incident(value = "I44", fact = "s3.behaviour.key_case", severity = Severity.ERROR)
    void keysThatDifferInCaseAreOneObjectOnAFileSystemThatFoldsCase() throws Exception {
        Observed a = seeSpelling(UnaryOperator.identity());
        Observed b = seeSpelling(key -> key.toLowerCase(Locale.ROOT));
        FIXTURE.assertFinding(a, b, "behaviour.key_case", Severity.ERROR);
    }

    @Test
    @Incident(value = "I45", fact = "s3.behaviour.client_checksums_fit", severity = Severity.ERROR)
    void defaultChecksumsAreRefusedByAStoreThatDoesNotKnowThem() throws Exception {
        try (S3Stub aws = DocumentedStore.AWS.start();
                S3Stub gcs = DocumentedStore.GCS.start();
                S3Client ofAws = Stores.builder(aws.endpoint()).build();
                S3Client byDefault = Stores.builder(gcs.endpoint()).build();
                S3Client adapted = Stores.builder(gcs.endpoint())
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .build()) {
            Observed b = Stores.see(byDefault);
            FIXTURE.assertFinding(Stores.see(ofAws), b, "behaviour.client_checksums_fit", Severity.ERROR);
            FIXTURE.assertFinding(Stores.see(adapted), b, "behaviour.client_checksums_fit", Severity.ERROR);
        }
    }

    @Test
    @Incident(value = "I46", fact = "s3.behaviour.address_served", severity = Severity.ERROR)
    void bucketInTheHostNameIsNotServed() throws Exception {
        URI byName = URI.create("http://localhost:" + store.port());
        try (S3Client inPath = Stores.builder(byName).build();
                S3Client inHost = Stores.builder(byName).forcePathStyle(false).build()) {
            Observed a = Stores.see(inPath);
            Observed b = Stores.see(inHost);
            FIXTURE.assertFinding(a, b, "behaviour.address_served", Severity.ERROR);
            assertThat(b.facts().value("client.addressing_style")).isEqualTo("virtual-host");
            assertThat(b.facts().value("setting.versioning"))
                    .as("everything else is still looked at")
                    .isEqualTo(a.facts().value("setting.versioning"));
        }
    }

    @Test
    @Incident(value = "I47", fact = "s3.behaviour.key_unicode", severity = Severity.WARNING)
    void accentedKeyIsListedDecomposed() throws Exception {
        Observed a = seeSpelling(UnaryOperator.identity());
        Observed b = seeSpelling(key -> Normalizer.normalize(key, Normalizer.Form.NFD));
        FIXTURE.assertFinding(a, b, "behaviour.key_unicode", Severity.WARNING);
    }

    @Test
    @Incident(value = "I48", fact = "s3.setting.versioning", severity = Severity.ERROR)
    void bucketHasNoVersionsHere() throws Exception {
        try (S3Server another = S3Server.s3proxy(Backend.TRANSIENT).start();
                S3Client versioned = Stores.clientWithBucket(another);
                S3Client plain = Stores.builder(store.endpoint()).build()) {
            versioned.putBucketVersioning(request -> request.bucket(Stores.BUCKET)
                    .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
            FIXTURE.assertFinding(Stores.see(versioned), Stores.see(plain), "setting.versioning", Severity.ERROR);
        }
    }

    @Test
    @Incident(value = "I49", fact = "s3.behaviour.client_region_fits", severity = Severity.ERROR)
    void bucketOfAnotherRegionOnlyRedirects() throws Exception {
        StubReply moved = StubReply.of(301)
                .header("Server", "AmazonS3")
                .header("x-amz-bucket-region", "eu-central-1")
                .body(DocumentedStore.error("PermanentRedirect"));
        try (S3Stub aws = DocumentedStore.AWS.start();
                S3Stub redirecting = S3Stub.start().otherwise(moved);
                S3Client at = Stores.builder(aws.endpoint())
                        .region(Region.EU_CENTRAL_1)
                        .build();
                S3Client elsewhere = Stores.builder(redirecting.endpoint()).build()) {
            Observed b = Stores.see(elsewhere);
            FIXTURE.assertFinding(Stores.see(at), b, "behaviour.client_region_fits", Severity.ERROR);
            assertThat(b.facts().value("region")).isEqualTo("eu-central-1");
            assertThat(b.unknowns())
                    .filteredOn(unknown -> unknown.covers("setting.versioning"))
                    .singleElement()
                    .extracting(Unknown::missing)
                    .asString()
                    .contains("redirects");
            assertThat(redirecting.requests()).doesNotHaveDuplicates();
        }
    }

    @Test
    @Incident("B03")
    void anotherSecretIsNoDifference() throws Exception {
        assertNoDifference(Stores.BUCKET, "local-access-key");
    }

    @Test
    @Incident("B16")
    void anotherBucketEndpointAndAccessKeyAreNoDifference() throws Exception {
        assertNoDifference("dev-bucket", "another-access-key");
    }

    private static void assertNoDifference(String bucket, String accessKey) throws Exception {
        String secretKey = "another-secret-key";
        try (S3Server another = S3Server.s3proxy(Backend.TRANSIENT)
                        .property("s3proxy.identity", accessKey)
                        .property("s3proxy.credential", secretKey)
                        .start();
                S3Client a = Stores.builder(store.endpoint()).build();
                S3Client b = Stores.builder(URI.create("http://localhost:" + another.port()))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)))
                        .build()) {
            b.createBucket(request -> request.bucket(bucket));
            b.putObject(request -> request.bucket(bucket).key("Café.png"), RequestBody.fromString("x"));
            Observed here = (Observed) Stores.look(Target.of(b).with("bucket", bucket));
            FIXTURE.assertAgrees(Stores.see(a), here);
            assertThat(here.facts().stream().map(Fact::value)).doesNotContain(bucket, accessKey, secretKey);
        }
    }

    private static Observed seeSpelling(UnaryOperator<String> spelling) throws Exception {
        try (SpellingStore spelled = SpellingStore.start(spelling);
                S3Client client = Stores.builder(spelled.endpoint()).build()) {
            client.putObject(request -> request.bucket(Stores.BUCKET).key("Café.png"), RequestBody.fromString("x"));
            return Stores.see(client);
        }
    }
}
