package dev.parityguard.quarkus.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.profile.ServiceExpectation;
import dev.parityguard.quarkus.runtime.ParityGuardConfig.ServiceConfig;
import dev.parityguard.target.Target;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceMatchingTest {
    private static final Client DATABASE = client(Family.SQL, Client.DEFAULT);
    private static final Client ORDERS = client(Family.SQL, "orders");
    private static final Client AUDIT = client(Family.SQL, "audit");
    private static final Client CACHE = client(Family.REDIS, "cache");
    private static final Client BUCKETS = client(Family.S3, Client.DEFAULT);

    @ParameterizedTest
    @CsvSource({"orders", "orders-db", "ordersDb", "orders_database", "ordersDataSource"})
    void serviceWhenAClientHasItsNameThenIsThatClient(String service) {
        assertThat(match(expecting(service, "postgresql"), Map.of(), AUDIT, ORDERS, CACHE))
                .containsEntry(service, ORDERS.target())
                .containsEntry("audit", AUDIT.target());
    }

    @Test
    void serviceWhenThereIsOneClientOfItsFamilyThenIsThatClient() {
        assertThat(match(expecting("orders-db", "postgresql"), Map.of(), DATABASE, CACHE))
                .containsOnly(Map.entry("orders-db", DATABASE.target()), Map.entry("cache", CACHE.target()));
    }

    @Test
    void serviceWhenOthersHaveTheirNamesakesThenIsTheClientThatIsLeft() {
        SortedMap<String, ServiceExpectation> two = expecting("audit", "postgresql");
        two.putAll(expecting("main", "postgresql"));

        assertThat(match(two, Map.of(), DATABASE, AUDIT))
                .containsOnly(Map.entry("audit", AUDIT.target()), Map.entry("main", DATABASE.target()));
    }

    @Test
    void serviceWhenNamesDoNotTellThenIsMissingWithTheCandidates() {
        assertThat(reason(match(expecting("main", "postgresql"), Map.of(), AUDIT, ORDERS, CACHE), "main"))
                .isEqualTo("parity-guard.services.main.bean is needed, since names do not tell which client it is;"
                        + " there are: data source 'audit', data source 'orders'");
    }

    @Test
    void serviceWhenNamesDoNotTellButTheProfileHasAUrlThenIsLeftToTheUrl() {
        assertThat(match(expecting("main", "postgresql", "${DATABASE_URL}"), Map.of(), AUDIT, ORDERS))
                .doesNotContainKey("main");
    }

    @Test
    void serviceWhenItsBeanIsNamedThenIsThatClientWithWhatElseIsSaid() {
        Target target = match(
                        expecting("jobs", "redis"), Map.of("jobs", said("cache", null, "queue", null)), CACHE, ORDERS)
                .get("jobs");

        assertThat(target).isNotNull();
        assertThat(Objects.requireNonNull(target).handle())
                .isEqualTo(CACHE.target().handle());
        assertThat(target.property("use")).isEqualTo("queue");
    }

    @Test
    void serviceWhenItsBeanIsNotThereThenIsMissingWithTheCandidates() {
        assertThat(reason(
                        match(
                                expecting("main", "postgresql"),
                                Map.of("main", said("ordres", null, null, null)),
                                ORDERS,
                                CACHE),
                        "main"))
                .isEqualTo("parity-guard.services.main.bean names 'ordres', which is not there;"
                        + " there are: data source 'orders'");
    }

    @Test
    void serviceWhenItsUrlIsNamedThenIsLookedForThere() {
        Target target = match(
                        expecting("main", "postgresql"),
                        Map.of("main", said(null, "postgresql://u:p@db/x", null, null)),
                        ORDERS)
                .get("main");

        assertThat(Objects.requireNonNull(target).url()).isNotNull();
    }

    @Test
    void bucketsWhenThereIsOneClientThenShareIt() {
        SortedMap<String, ServiceExpectation> two = expecting("uploads", "s3");
        two.putAll(expecting("archive", "s3"));

        assertThat(match(two, Map.of(), BUCKETS))
                .containsOnly(Map.entry("uploads", BUCKETS.target()), Map.entry("archive", BUCKETS.target()));
    }

    @Test
    void clientsWhenThereIsNoProfileThenAreServicesOfTheirOwnNameUnlessABucketIsNeeded() {
        assertThat(match(new TreeMap<>(), Map.of(), DATABASE, AUDIT, CACHE, BUCKETS))
                .containsOnlyKeys("database", "audit", "cache");
    }

    @Test
    void bucketWhenOnlyTheConfigurationNamesItThenIsAService() {
        Target target = match(
                        new TreeMap<>(), Map.of("uploads", said(null, null, null, "orders-uploads")), DATABASE, BUCKETS)
                .get("uploads");

        assertThat(Objects.requireNonNull(target).property("bucket")).isEqualTo("orders-uploads");
    }

    @Test
    void serviceWhenNoClientCanStandForItThenIsLeftToTheProfile() {
        assertThat(match(expecting("broker", "rabbitmq"), Map.of(), ORDERS)).containsOnlyKeys("orders");
    }

    private static SortedMap<String, Target> match(
            SortedMap<String, ServiceExpectation> expected, Map<String, ServiceConfig> said, Client... clients) {
        return ServiceMatching.targets(expected, said, List.of(clients));
    }

    private static @Nullable String reason(SortedMap<String, Target> targets, String service) {
        return Objects.requireNonNull(targets.get(service)).missing();
    }

    private static Client client(Family family, String name) {
        return new Client(family, name, Target.of(new Object()));
    }

    private static SortedMap<String, ServiceExpectation> expecting(String service, String kind) {
        return expecting(service, kind, null);
    }

    private static SortedMap<String, ServiceExpectation> expecting(String service, String kind, @Nullable String url) {
        return new TreeMap<>(
                Map.of(service, new ServiceExpectation(kind, url, null, null, null, new TreeMap<>(), new TreeMap<>())));
    }

    private static ServiceConfig said(
            @Nullable String bean, @Nullable String url, @Nullable String use, @Nullable String bucket) {
        return new ServiceConfig() {
            @Override
            public Optional<String> bean() {
                return Optional.ofNullable(bean);
            }

            @Override
            public Optional<String> url() {
                return Optional.ofNullable(url);
            }

            @Override
            public Optional<String> use() {
                return Optional.ofNullable(use);
            }

            @Override
            public Optional<String> bucket() {
                return Optional.ofNullable(bucket);
            }

            @Override
            public Map<String, String> properties() {
                return Map.of();
            }
        };
    }
}
