package dev.parityguard.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parityguard.ParityGuard;
import dev.parityguard.profile.Profile;
import dev.parityguard.profile.ProfileReader;
import dev.parityguard.report.ParityReport;
import dev.parityguard.servers.PostgresServer;
import dev.parityguard.servers.PostgresServerBuilder;
import dev.parityguard.servers.RedisServer;
import dev.parityguard.servers.RedisServerBuilder;
import dev.parityguard.target.Target;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParityImagesTest {
    /** What a name of an image with a tag is, by the grammar of container registries. */
    private static final String REFERENCE =
            "[a-z0-9]+([._-][a-z0-9]+)*(/[a-z0-9]+([._-][a-z0-9]+)*)*:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}";

    @TempDir
    Path folder;

    @AfterEach
    void forget() {
        System.clearProperty("parity-guard.profile");
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql, 16.4, postgres:16.4",
        "postgresql, 9.6.24, postgres:9.6.24",
        "mysql, 8.4.2, mysql:8.4.2",
        "mariadb, 10.11.6, mariadb:10.11.6",
        "redis, 7.2.4, redis:7.2.4",
        "valkey, 8.0.1, valkey/valkey:8.0.1"
    })
    void productWhenAnOfficialImageExistsThenIsNamedWithItsVersion(String product, String version, String image) {
        assertThat(ParityImages.image(profile(product, version), "service").name())
                .isEqualTo(image)
                .matches(REFERENCE);
    }

    @Test
    void everyKnownImageIsAReference() {
        SortedSet<String> products = Images.known().products();
        assertThat(products)
                .hasSizeGreaterThan(4)
                .allSatisfy(product -> assertThat(Images.known().image(product).replace("{version}", "1.2.3"))
                        .matches(REFERENCE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cockroachdb", "redshift", "keydb", "h2", "s3proxy"})
    void productWhenItOnlyLooksAlikeThenIsRefused(String product) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParityImages.image(profile(product, "1.0"), "service"))
                .withMessageStartingWith("no image is known that answers like service, which is " + product
                        + " of the kind postgresql; known are mariadb, mysql, postgresql,");
    }

    @Test
    void versionWhenItIsNoneThenIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParityImages.image(profile("postgresql", "16.4; rm -rf /"), "service"))
                .withMessageEndingWith("is none that an image could be tagged with");
    }

    @Test
    void versionWhenProductionHasSeveralThenIsRefused() {
        Profile profile = read("""
                {"format": 1, "name": "orders", "services": {"service": {"kind": "postgresql", "facts":
                 {"product": "postgresql", "version": ["16.4", "15.8"]}}}}""");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParityImages.image(profile, "service"))
                .withMessage(
                        "production has several: the version of service is 16.4 or 15.8; choose one of them by hand");
    }

    @Test
    void serviceWhenTheProfileDoesNotHaveItThenIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParityImages.image(profile("postgresql", "16.4"), "orders-db"))
                .withMessage("the profile test has no service orders-db; it has service");
    }

    @Test
    void serviceWhenItWasNeverCapturedThenIsRefused() {
        Profile profile = read("""
                {"format": 1, "name": "orders", "services": {"service": {"kind": "postgresql"}}}""");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParityImages.image(profile, "service"))
                .withMessage("the profile does not tell the product of service: capture it in production");
    }

    @Test
    void nameIsThatOfTheProfileInUse() throws Exception {
        Path file = folder.resolve("profile.json");
        Files.writeString(file, text("postgresql", "16.4"));
        System.setProperty("parity-guard.profile", file.toString());
        assertThat(ParityImages.of("service")).isEqualTo("postgres:16.4");

        System.setProperty("parity-guard.profile", folder.resolve("none.json").toString());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParityImages.of("service"))
                .withMessage("there is no profile from which the image of service could be told");
    }

    /** The image's program is the server's own, so that its arguments are tried on that. */
    @Test
    void databaseWhenStartedAsTheImageWouldBeThenAgreesWithProduction() throws Exception {
        Path profile = folder.resolve("profile.json");
        try (PostgresServer production = PostgresServer.version("16")
                .initdb("--locale-provider=icu", "--icu-locale=de-DE", "--encoding=UTF8", "--locale=C")
                .setting("default_transaction_isolation", "serializable")
                .setting("DateStyle", "German")
                .setting("max_prepared_transactions", "5")
                .setting("statement_timeout", "90s")
                .start()) {
            assertThat(capture(production, profile).agrees()).isTrue();
        }
        ParityImage image = ParityImages.image(ProfileReader.read(profile).profile(), "orders-db");

        assertThat(image.command())
                .containsSequence("-c", "default_transaction_isolation=serializable")
                .containsSequence("-c", "max_prepared_transactions=16")
                .startsWith("postgres")
                .doesNotContain("-c bytea_output=hex");
        PostgresServerBuilder likeProduction = PostgresServer.version("16")
                .initdb(image.environment().get("POSTGRES_INITDB_ARGS").split(" "));
        assertThat(image.command().size() % 2).isOne();
        for (int i = 1; i < image.command().size(); i += 2) {
            String[] setting = image.command().get(i + 1).split("=", 2);
            likeProduction.setting(setting[0], setting[1]);
        }
        try (PostgresServer test = likeProduction.start()) {
            assertThat(check(profile, "orders-db", Target.url(url(test))).agrees())
                    .isTrue();
        }
        try (PostgresServer other = PostgresServer.version("16").start()) {
            assertThat(check(profile, "orders-db", Target.url(url(other))).agrees())
                    .isFalse();
        }
    }

    @Test
    void cacheWhenStartedAsTheImageWouldBeThenAgreesWithProduction() throws Exception {
        Path profile = folder.resolve("profile.json");
        try (RedisServer production = RedisServer.version("7.4.1")
                .argument("--maxmemory", "64mb")
                .argument("--maxmemory-policy", "allkeys-lfu")
                .argument("--notify-keyspace-events", "Ex")
                .argument("--appendonly", "yes")
                .start()) {
            guard("cache", Target.url(production.url())).build().capture(profile);
        }
        List<String> command = ParityImages.image(ProfileReader.read(profile).profile(), "cache")
                .command();

        assertThat(command).startsWith("redis-server");
        RedisServerBuilder likeProduction = RedisServer.version("7.4.1");
        for (int i = 1; i < command.size(); i += 2) {
            likeProduction.argument(command.get(i), command.get(i + 1));
        }
        try (RedisServer test = likeProduction.start()) {
            assertThat(check(profile, "cache", Target.url(test.url())).findings())
                    .isEmpty();
        }
    }

    private static ParityReport capture(PostgresServer server, Path profile) throws Exception {
        guard("orders-db", Target.url(url(server))).build().capture(profile);
        return check(profile, "orders-db", Target.url(url(server)));
    }

    private static ParityReport check(Path profile, String service, Target target) {
        return guard(service, target).profile(profile.toString()).build().run();
    }

    private static ParityGuard.Builder guard(String service, Target target) {
        return ParityGuard.builder().name("orders").service(service, target);
    }

    private static String url(PostgresServer server) {
        return "postgresql://postgres@localhost:" + server.port() + "/postgres";
    }

    private static Profile profile(String product, String version) {
        return read(text(product, version));
    }

    private static String text(String product, String version) {
        return """
                {"format": 1, "name": "test", "services": {"service": {"kind": "postgresql", "facts":
                 {"product": "%s", "version": "%s"}}}}""".formatted(product, version);
    }

    private static Profile read(String text) {
        return ProfileReader.read(text.getBytes(StandardCharsets.UTF_8), "test").profile();
    }
}
