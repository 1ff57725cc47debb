package dev.parityguard.service.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Fact;
import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.FactDescription;
import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unreachable;
import dev.parityguard.probe.ProbeTrial;
import dev.parityguard.service.derby.DerbyProvider;
import dev.parityguard.service.h2database.H2Provider;
import dev.parityguard.service.hsqldb.HsqldbProvider;
import dev.parityguard.service.sqlite.SqliteProvider;
import dev.parityguard.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every engine that runs in the application's own process. */
class EmbeddedEnginesTest {
    private static final Duration TIME = Duration.ofSeconds(30);

    @TempDir
    private static Path directory;

    private enum Engine {
        H2(new H2Provider(), "jdbc:h2:mem:engines", "jdbc:h2:", "h2"),
        SQLITE(new SqliteProvider(), "jdbc:sqlite::memory:", "jdbc:sqlite:", "sqlite"),
        HSQLDB(new HsqldbProvider(), "jdbc:hsqldb:mem:engines", "jdbc:hsqldb:file:", "hsqldb"),
        DERBY(new DerbyProvider(), "jdbc:derby:memory:engines;create=true", "jdbc:derby:", "derby");

        private final SqlProvider provider;
        private final String url;
        private final String fileUrl;
        private final String product;

        Engine(SqlProvider provider, String url, String fileUrl, String product) {
            this.provider = provider;
            this.url = url;
            this.fileUrl = fileUrl;
            this.product = product;
        }
    }

    /** What an engine has nothing of: nobody can ask it. */
    private static final Map<Engine, List<String>> HAS_NOT = Map.of(
            Engine.H2, List.of(),
            Engine.SQLITE, List.of("behaviour.time_zone_rules"),
            Engine.HSQLDB, List.of("behaviour.like_ignores_case_unicode"),
            Engine.DERBY,
                    List.of(
                            "behaviour.greatest_ignores_null",
                            "behaviour.like_ignores_case_unicode",
                            "behaviour.rounding_decimal",
                            "behaviour.rounding_float",
                            "behaviour.time_zone_rules"));

    @BeforeAll
    static void keepDerbyFromLogging() {
        System.setProperty(
                "derby.stream.error.file", directory.resolve("derby.log").toString());
    }

    @ParameterizedTest
    @EnumSource
    void engineAnswersEverySharedQuestionAndEveryFactIsDescribed(Engine engine) {
        Observed seen = PoolLook.at(engine.url);
        assertThat(seen.kind()).isEqualTo(engine.provider.kind());
        assertThat(seen.unknowns()).isEmpty();
        assertThat(seen.facts().value("product")).isEqualTo(engine.product);
        assertThat(seen.facts().value("version")).matches("\\d+(\\.\\d+)+");
        FactCatalogue catalogue = engine.provider.catalogue();
        assertThat(seen.facts().stream().map(Fact::name))
                .allSatisfy(
                        name -> assertThat(catalogue.describe(name)).as(name).isNotNull());
        TreeSet<String> unanswered = new TreeSet<>();
        for (FactDescription shared : SqlCatalogue.load(SharedProperties.class).all()) {
            boolean isOfMigrations = shared.name().startsWith("migration.");
            if (!isOfMigrations && seen.facts().get(shared.name()) == null) {
                unanswered.add(shared.name());
            }
        }
        assertThat(unanswered).containsExactlyElementsOf(HAS_NOT.get(engine));
    }

    @ParameterizedTest
    @EnumSource
    void lookingTwiceSeesTheSame(Engine engine) {
        try (PoolLook look = PoolLook.through(engine.url, "", "")) {
            assertThat(look.observed()).isEqualTo(look.observed());
        }
    }

    @ParameterizedTest
    @EnumSource
    void urlOfADatabaseThatDoesNotExistMakesNone(Engine engine) throws Exception {
        Path database = directory.resolve("none-" + engine.product).resolve("db");
        Files.createDirectories(database.getParent());
        Target target = Target.url(engine.fileUrl + database + (engine == Engine.DERBY ? ";create=true" : ""));
        assertThat(engine.provider.accepts(target)).isTrue();
        assertThat(ProbeTrial.run(engine.provider.probe(target), TIME).observation())
                .isInstanceOf(Unreachable.class);
        assertThat(files(database.getParent())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void urlOfADatabaseThatExistsIsLookedAt(Engine engine) throws Exception {
        Path database = directory.resolve("some-" + engine.product).resolve("db");
        Files.createDirectories(database.getParent());
        String url = engine.fileUrl + database + (engine == Engine.DERBY ? ";create=true" : "");
        try (PoolLook look = PoolLook.through(url, "", "")) {
            look.execute("CREATE TABLE t (a INTEGER)");
            Observed throughPool = look.observed();
            assertThat(ProbeTrial.run(engine.provider.probe(Target.url(url)), TIME)
                            .observation())
                    .isInstanceOfSatisfying(
                            Observed.class,
                            seen -> assertThat(seen.facts().value("product"))
                                    .isEqualTo(throughPool.facts().value("product")));
        }
    }

    @Test
    void urlWithoutADriverIsSaid() throws Exception {
        assertThat(ProbeTrial.run(new DriverManagerProbe(new H2Provider(), "jdbc:nothing:here"), TIME)
                        .observation())
                .isEqualTo(new NotProbed("no JDBC driver for jdbc:h2: URLs is on the class path"));
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
