package dev.parityguard.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.parityguard.ParityGuard;
import dev.parityguard.fact.Fingerprint;
import dev.parityguard.fact.Mode;
import dev.parityguard.fact.Severity;
import dev.parityguard.profile.ProfileReader;
import dev.parityguard.profile.ProfileSignature;
import dev.parityguard.profile.VariableSource;
import dev.parityguard.report.Finding;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ParityViolationException;
import dev.parityguard.report.ReportText;
import dev.parityguard.servers.S3Server;
import dev.parityguard.service.echo.Echo;
import dev.parityguard.target.Target;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Profiles that lie elsewhere, and profiles that have to be proven. */
class SharedProfileTest {
    private static final byte[] PROFILE = bytes("""
            {"format": 1, "name": "orders", "services": {"echo": {"kind": "echo", "facts":
             {"product": "echo", "version": "1.0", "tone": "low"}}}}""");
    private static final String HASH = Fingerprint.of(PROFILE);

    @TempDir
    static Path shared;

    private static HttpsFiles server;
    private static KeyPair keys;

    @TempDir
    Path folder;

    private final Map<String, String> variables = new TreeMap<>();
    private Duration deadline = Duration.ofSeconds(20);

    @BeforeAll
    static void start() throws Exception {
        server = HttpsFiles.start(shared);
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void putProfile() throws Exception {
        server.put("orders.json", PROFILE);
        server.put("orders.json.sig", bytes(ProfileSignature.sign(PROFILE, keys.getPrivate())));
    }

    @Test
    void profileByHttpsIsComparedWith() {
        assertThat(report(server.address("orders.json")).findings()).isEmpty();
        assertThat(guard(server.address("orders.json"), "high").build().run().findings())
                .extracting(Finding::id)
                .containsExactly("echo.tone");
    }

    @Test
    void profileIsFetchedOnceForAStart() {
        int before = server.requests();
        ParityGuard guard = guard(server.address("orders.json"), "low").build();
        guard.enforceVariables();
        guard.comparesSchema();
        guard.enforce();
        assertThat(server.requests() - before).isOne();
    }

    @Test
    void profileWhenTheModeIsOffIsNotFetched() {
        int before = server.requests();
        guard(server.address("orders.json"), "low").mode(Mode.OFF).build().run();
        assertThat(server.requests()).isEqualTo(before);
    }

    @Test
    void profileWhenPinnedIsTaken() throws Exception {
        assertThat(report(server.address("orders.json") + "#sha256=" + HASH).findings())
                .isEmpty();
        assertThat(report(file() + "#sha256=" + HASH.toUpperCase(Locale.ROOT)).findings())
                .isEmpty();
    }

    @Test
    void profileWhenItIsNotThePinnedOneIsRefused() throws Exception {
        String other = "0".repeat(64);
        for (String location : new String[] {server.address("orders.json"), file()}) {
            assertThat(only(report(location + "#sha256=" + other))).satisfies(finding -> {
                assertThat(finding.id()).isEqualTo("parity-guard.profile.trusted");
                assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                assertThat(finding.actual())
                        .isEqualTo(location + " is not the profile that is pinned: its SHA-256 is " + HASH);
            });
        }
        assertThatExceptionOfType(ParityViolationException.class)
                .isThrownBy(() -> guard(server.address("orders.json") + "#sha256=" + other, "low")
                        .mode(Mode.ENFORCE)
                        .build()
                        .enforce());
    }

    @Test
    void pinWhenItIsNoneIsSaid() {
        assertThat(only(report(server.address("orders.json") + "#sha256=abc")).actual())
                .endsWith("is pinned by something that is no SHA-256: 64 hexadecimal digits follow #sha256=");
    }

    @Test
    void profileWhenSignedIsTaken() throws Exception {
        variables.put("PARITY_GUARD_PROFILE_KEY", key(keys));
        assertThat(report(server.address("orders.json")).findings()).isEmpty();
        assertThat(report(file()).findings()).isEmpty();
    }

    @Test
    void keyInTheCodeIsOverruledFromOutside() throws Exception {
        String location = server.address("orders.json");
        KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        assertThat(guard(location, "low").profileKey(key(keys)).build().run().findings())
                .isEmpty();
        variables.put("PARITY_GUARD_PROFILE_KEY", key(other));
        assertThat(only(guard(location, "low").profileKey(key(keys)).build().run())
                        .id())
                .isEqualTo("parity-guard.profile.trusted");
    }

    @Test
    void profileWhenChangedAfterItWasSignedIsRefused() throws Exception {
        variables.put("PARITY_GUARD_PROFILE_KEY", key(keys));
        byte[] changed = bytes(new String(PROFILE, StandardCharsets.UTF_8).replace("low", "high"));
        String location = server.put("orders.json", changed);
        Files.write(Path.of(file()), changed);
        for (String each : new String[] {location, folder.resolve("orders.json").toString()}) {
            assertThat(only(report(each))).satisfies(finding -> {
                assertThat(finding.id()).isEqualTo("parity-guard.profile.trusted");
                assertThat(finding.actual())
                        .isEqualTo(each
                                + " is not what the owner of the key signed: the signature beside it does not fit");
            });
        }
    }

    @Test
    void profileWhenItsSignatureIsMissingIsRefused() throws Exception {
        variables.put("PARITY_GUARD_PROFILE_KEY", key(keys));
        Files.delete(Path.of(file() + ".sig"));
        assertThat(only(report(folder.resolve("orders.json").toString())).actual())
                .endsWith("is not signed: there is no .sig file beside it");
        server.remove("orders.json.sig");
        assertThat(only(report(server.address("orders.json"))).actual())
                .endsWith("could not be fetched: its signature: the server answers with status 404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "MCowBQYDK2VwAyEA", "MIIB!"})
    void keyWhenItIsNoneIsSaidWithoutRepeatingIt(String key) {
        variables.put("PARITY_GUARD_PROFILE_KEY", key);
        assertThat(only(report(server.address("orders.json"))).actual())
                .endsWith("cannot be trusted: the key in PARITY_GUARD_PROFILE_KEY is no public key of Ed25519")
                .doesNotContain(key);
    }

    @Test
    void serverWhenThereIsNoneIsAWarning() {
        assertThat(only(report("https://localhost:1/orders.json"))).satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("parity-guard.profile.reachable");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.actual())
                    .isEqualTo("https://localhost:1/orders.json could not be fetched: ConnectException");
        });
        assertThat(only(guard("https://localhost:1/orders.json", "low")
                                .profileRequired()
                                .build()
                                .run())
                        .severity())
                .isEqualTo(Severity.ERROR);
    }

    @Test
    void pageWhenThereIsNoneIsSaid() {
        assertThat(only(report(server.address("nothing.json"))).actual())
                .endsWith("could not be fetched: the server answers with status 404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"silent/orders.json", "slow/orders.json"})
    void serverWhenItIsSlowIsLeftAfterHalfTheTime(String name) {
        deadline = Duration.ofSeconds(2);
        long before = System.nanoTime();
        assertThat(only(report(server.address(name))).actual())
                .matches(".* could not be fetched: (it was not there within \\d+ ms|SocketTimeoutException)");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void redirectToHttpsIsFollowedAndOneToHttpIsNot() {
        assertThat(report(server.address("to/it?" + server.address("orders.json")))
                        .findings())
                .isEmpty();
        assertThat(only(report(server.address("to/it?http://localhost/orders.json")))
                        .actual())
                .endsWith("could not be fetched: it is redirected to a place that is not https");
    }

    @Test
    void profileWhenItIsTooLargeIsRefused() {
        byte[] large = new byte[ProfileReader.MAX_BYTES + 1];
        Arrays.fill(large, (byte) ' ');
        assertThat(only(report(server.put("large.json", large))).actual())
                .endsWith("could not be fetched: it is too large: at most 4194304 bytes are read");
    }

    @Test
    void profileWhenItIsNoneIsSaidWithItsPlace() {
        assertThat(only(report(server.put("broken.json", bytes("{")))).id()).isEqualTo("parity-guard.profile.readable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost/orders.json", "ftp://localhost/orders.json", "file:///orders.json"})
    void addressWhenItIsNotHttpsIsRefused(String location) {
        assertThat(only(report(location)).actual())
                .endsWith("could not be fetched: a profile is fetched by https:// or s3:// only");
    }

    @Test
    void secretsInAnAddressAreNotShown() {
        ParityReport query = report(server.address("none.json") + "?X-Amz-Signature=hunter2secret");
        ParityReport user = report("https://ada:hunter2secret@localhost/orders.json");
        assertThat(ReportText.of(query)).contains("none.json").doesNotContain("hunter2secret");
        assertThat(ReportText.of(user)).doesNotContain("hunter2secret");
        assertThat(only(user).actual()).endsWith("an address with a user or password is not accepted");
    }

    @Test
    void copyIsUsedWhenThereIsNoServer() throws Exception {
        Path copy = folder.resolve("copy.json");
        variables.put("PARITY_GUARD_PROFILE_CACHE", copy.toString());
        assertThat(report(server.address("orders.json")).findings()).isEmpty();
        assertThat(copy).hasBinaryContent(PROFILE);

        ParityReport report = report("https://localhost:1/orders.json");
        assertThat(only(report)).satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("parity-guard.profile.fresh");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.actual()).endsWith("ConnectException; the copy in " + copy + " is used");
        });
        assertThat(report.agreeing()).isEqualTo(3);
    }

    @Test
    void copyWhenItIsThePinnedProfileNeedsNoServer() {
        variables.put("PARITY_GUARD_PROFILE_CACHE", folder.resolve("copy.json").toString());
        report(server.address("orders.json"));
        int before = server.requests();
        assertThat(report(server.address("orders.json") + "#sha256=" + HASH).findings())
                .isEmpty();
        assertThat(server.requests()).isEqualTo(before);
    }

    @Test
    void copyWhenSomebodyChangedItIsNotUsed() throws Exception {
        Path copy = folder.resolve("copy.json");
        variables.put("PARITY_GUARD_PROFILE_CACHE", copy.toString());
        variables.put("PARITY_GUARD_PROFILE_KEY", key(keys));
        report(server.address("orders.json"));
        assertThat(report("https://localhost:1/orders.json").agreeing()).isEqualTo(3);

        Files.writeString(copy, Files.readString(copy).replace("low", "high"));
        assertThat(only(report("https://localhost:1/orders.json"))).satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("parity-guard.profile.reachable");
            assertThat(finding.actual()).endsWith("the signature beside it does not fit");
        });
    }

    @Test
    void copyWhenItCannotBeWrittenIsSaid() {
        variables.put(
                "PARITY_GUARD_PROFILE_CACHE",
                folder.resolve("nowhere").resolve("copy.json").toString());
        ParityReport report = report(server.address("orders.json"));
        assertThat(only(report).actual()).contains("no copy of it could be kept in");
        assertThat(report.agreeing()).isEqualTo(3);
    }

    @Test
    void captureStartsFromTheSharedProfile() throws Exception {
        assertThat(guard(server.address("orders.json"), "high").build().captureText())
                .contains("\"tone\": \"high\"");
        assertThatIOException()
                .isThrownBy(() ->
                        guard("https://localhost:1/orders.json", "low").build().captureText())
                .withMessageContaining("could not be fetched: ConnectException");
    }

    @Test
    void profileInABucketIsComparedWith() throws Exception {
        try (S3Server storage = S3Server.s3proxy(S3Server.Backend.TRANSIENT).start()) {
            try (S3Client client = client(storage)) {
                client.createBucket(request -> request.bucket("profiles"));
                client.putObject(
                        request -> request.bucket("profiles").key("team/orders.json"), RequestBody.fromBytes(PROFILE));
            }
            System.setProperty("aws.accessKeyId", storage.accessKey());
            System.setProperty("aws.secretAccessKey", storage.secretKey());
            String query = "?region=us-east-1&path-style=true&endpoint=" + storage.endpoint();
            assertThat(report("s3://profiles/team/orders.json" + query + "#sha256=" + HASH)
                            .findings())
                    .isEmpty();
            assertThat(only(report("s3://profiles/none.json" + query)).actual())
                    .isEqualTo("s3://profiles/none.json could not be fetched: the server answers with status 404"
                            + " (NoSuchKey)");
            assertThat(only(report("s3://profiles" + query)).actual())
                    .endsWith("the address of an object is s3://bucket/key");
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }
    }

    private static S3Client client(S3Server storage) {
        return S3Client.builder()
                .endpointOverride(URI.create(storage.endpoint().toString()))
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(storage.accessKey(), storage.secretKey())))
                .build();
    }

    private ParityReport report(String location) {
        return guard(location, "low").build().run();
    }

    private ParityGuard.Builder guard(String location, String tone) {
        return ParityGuard.builder()
                .servicesOnly()
                .profile(location)
                .deadline(deadline)
                .variables(VariableSource.of(variables))
                .service("echo", Target.of(Echo.of("1.0", "tone", tone)));
    }

    /** What is said of the profile; without one, what is said of the service does not count. */
    private static Finding only(ParityReport report) {
        return report.findings().stream()
                .filter(finding -> finding.service().equals("parity-guard"))
                .reduce((one, other) -> {
                    throw new AssertionError("more than one: " + one + ", " + other);
                })
                .orElseThrow();
    }

    private String file() throws Exception {
        Path file = Files.write(folder.resolve("orders.json"), PROFILE);
        Files.writeString(folder.resolve("orders.json.sig"), ProfileSignature.sign(PROFILE, keys.getPrivate()));
        return file.toString();
    }

    private static String key(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
