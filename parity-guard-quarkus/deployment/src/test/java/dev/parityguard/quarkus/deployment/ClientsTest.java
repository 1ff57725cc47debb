package dev.parityguard.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parityguard.ParityGuard;
import dev.parityguard.report.Finding;
import dev.parityguard.report.ServiceSummary;
import dev.parityguard.servers.PostgresServer;
import io.quarkus.arc.Unremovable;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;
import software.amazon.awssdk.services.s3.S3Client;

class ClientsTest {
    private static final String PROFILE = """
            {
              "format": 1,
              "name": "orders",
              "services": {
                "own-db": { "kind": "postgresql", "facts": { "product": "postgresql" } },
                "uploads": { "kind": "s3", "properties": { "bucket": "uploads" }, "facts": { "product": "minio" } }
              }
            }
            """;

    private static final PostgresServer DATABASE = PostgresServer.version("13").start();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(UnusedS3.class, OwnDataSource.class)
                    .addAsResource(new StringAsset(PROFILE), "parity-profile.json"))
            .overrideConfigKey("quarkus.datasource.orders.db-kind", "postgresql")
            .overrideConfigKey("quarkus.datasource.retired.db-kind", "postgresql")
            .overrideRuntimeConfigKey("quarkus.datasource.orders.jdbc.url", DATABASE.jdbcUrl("postgres"))
            .overrideRuntimeConfigKey("quarkus.datasource.retired.active", "false")
            .overrideRuntimeConfigKey("parity-guard.environment", "production")
            .overrideRuntimeConfigKey("parity-guard.services.own-db.bean", "ownDataSource")
            .setAfterAllCustomizer(DATABASE::close);

    @Inject
    ParityGuard guard;

    @Test
    void servicesWhenADataSourceIsInactiveThenLeaveItOut() {
        assertThat(guard.lastReport().get().orElseThrow().services())
                .filteredOn(ServiceSummary::isBackingService)
                .extracting(ServiceSummary::name, ServiceSummary::product)
                .containsExactly(
                        tuple("orders", "postgresql 13.23"),
                        tuple("own-db", "postgresql 13.23"),
                        tuple("uploads", null));
    }

    @Test
    void bucketWhenNobodyUsesTheClientThenIsUnknownForWantOfOne() {
        assertThat(guard.lastReport().get().orElseThrow().findings())
                .filteredOn(finding -> finding.service().equals("uploads"))
                .extracting(Finding::actual)
                .singleElement()
                .asString()
                .startsWith("the application has no S3 client for it");
    }

    /** As the extension for AWS does it: there is a bean for every client, and a failure for one that nobody injects. */
    static class UnusedS3 {
        @Produces
        @ApplicationScoped
        @Unremovable
        S3Client client() {
            throw new IllegalStateException("required but has not been detected");
        }
    }

    /** A data source that Quarkus does not know. */
    static class OwnDataSource {
        @Produces
        @Singleton
        @Unremovable
        @Named("ownDataSource")
        DataSource dataSource(@ConfigProperty(name = "quarkus.datasource.orders.jdbc.url") String url) {
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setUrl(url);
            return dataSource;
        }
    }
}
