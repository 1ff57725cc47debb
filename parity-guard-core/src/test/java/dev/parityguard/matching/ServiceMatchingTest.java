package dev.parityguard.matching;

import static dev.parityguard.matching.ClientKind.DATA_SOURCE;
import static dev.parityguard.matching.ClientKind.REDIS;
import static dev.parityguard.matching.ClientKind.S3;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.profile.ServiceExpectation;
import dev.parityguard.target.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceMatchingTest {
    private static final String DEFAULT = "<default>";

    private final SortedMap<String, ServiceExpectation> expected = new TreeMap<>();
    private final Map<String, ServiceSettings> settings = new HashMap<>();
    private final List<Client> clients = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "orders-db, ordersDb",
        "orders-db, orders-db",
        "orders_db, ORDERS_DB",
        "orders-db, ordersDataSource",
        "orders-db, ordersDbDataSource",
        "orders-db, orders",
        "orders_database, orders",
        "ordersDataSource, orders",
        "orders, ordersDataSource",
        "orders, ordersDatabase",
        "ordersDataSource, ordersDataSource",
    })
    void serviceAndClientWhenOfOneNameThenBelongTogether(String service, String client) {
        expects(service, "postgresql");
        expects("another", "postgresql");
        has(DATA_SOURCE, client);
        has(DATA_SOURCE, "reporting");

        assertThat(found()).containsEntry(service, client);
    }

    @Test
    void serviceWhenTwoClientsHaveItsNameThenIsTheCloserOne() {
        expects("orders", "postgresql");
        expects("orders-db", "postgresql");
        has(DATA_SOURCE, "ordersDataSource");
        has(DATA_SOURCE, "ordersDbDataSource");

        assertThat(found())
                .containsEntry("orders", "ordersDataSource")
                .containsEntry("orders-db", "ordersDbDataSource");
    }

    @Test
    void serviceWhenAClientOfAnotherKindHasItsNameThenIsNowhere() {
        expects("orders", "redis");
        has(DATA_SOURCE, "orders");

        assertThat(reason("orders"))
                .isEqualTo("the application has no Redis client for it; name its bean:"
                        + " parity-guard.services.orders.bean, or where it is: parity-guard.services.orders.url");
        assertThat(matched().doubts()).isEmpty();
    }

    @Test
    void serviceAndClientWhenEachIsTheOnlyOneOfItsKindThenBelongTogether() {
        expects("orders-db", "postgresql");
        expects("cache", "redis");
        has(DATA_SOURCE, "dataSource");
        has(REDIS, "redisConnectionFactory");

        assertThat(found()).containsEntry("orders-db", "dataSource").containsEntry("cache", "redisConnectionFactory");
    }

    @Test
    void serviceWhenOneOfTheClientsIsPrimaryThenIsThatOne() {
        expects("orders-db", "postgresql");
        has(DATA_SOURCE, "routed");
        hasPrimary(DATA_SOURCE, "pool", "pool");

        assertThat(found()).containsEntry("orders-db", "pool").containsEntry("routed", "routed");
    }

    @Test
    void serviceWhenTheOthersAreFoundByNameThenIsThePrimaryClient() {
        expects("audit", "postgresql");
        expects("main", "postgresql");
        has(DATA_SOURCE, "audit");
        hasPrimary(DATA_SOURCE, DEFAULT, "database");

        assertThat(found()).containsOnly(Map.entry("audit", "audit"), Map.entry("main", DEFAULT));
    }

    @Test
    void primaryClientWhenItsNamesakeIsFoundThenStandsForNoOther() {
        expects("audit", "postgresql");
        expects("main", "postgresql");
        hasPrimary(DATA_SOURCE, "audit", "audit");
        has(DATA_SOURCE, "pool");

        assertThat(matched().doubts()).containsOnlyKeys("main");
    }

    @Test
    void clientWhenItIsTheLastButNotPrimaryThenIsNotGuessed() {
        expects("orders-db", "postgresql");
        expects("audit-db", "postgresql");
        has(DATA_SOURCE, "ordersDataSource");
        has(DATA_SOURCE, "pool");

        assertThat(found()).containsEntry("orders-db", "ordersDataSource");
        assertThat(matched().doubts()).containsOnlyKeys("audit-db");
    }

    @Test
    void primaryClientWhenTwoServicesAreLeftThenIsGuessedForNeither() {
        expects("orders-db", "postgresql");
        expects("audit-db", "postgresql");
        hasPrimary(DATA_SOURCE, "pool", "pool");

        assertThat(matched().doubts()).containsOnlyKeys("orders-db", "audit-db");
    }

    @Test
    void settingsWhenTheyNameAClientThenWinOverNamesAndUrls() {
        expects("orders-db", "postgresql", "${DATABASE_URL}");
        expects("audit-db", "postgresql");
        says("orders-db", "pool", null, null, null);
        has(DATA_SOURCE, "ordersDb");
        has(DATA_SOURCE, "pool");

        assertThat(found()).containsEntry("orders-db", "pool").containsEntry("audit-db", "ordersDb");
    }

    @Test
    void settingsWhenTheyNameOneOfTwoClientsOfThatNameThenTheKindDecides() {
        expects("jobs", "redis");
        says("jobs", DEFAULT, null, null, null);
        hasPrimary(DATA_SOURCE, DEFAULT, "database");
        hasPrimary(REDIS, DEFAULT, "redis");

        assertThat(found()).containsOnlyKeys("database", "jobs");
        assertThat(matched().doubts()).isEmpty();
    }

    @Test
    void settingsWhenSeveralClientsHaveTheNameAndNothingTellsTheKindThenAreInDoubt() {
        says("jobs", DEFAULT, null, null, null);
        hasPrimary(DATA_SOURCE, DEFAULT, "database");
        hasPrimary(REDIS, DEFAULT, "redis");

        assertThat(matched().doubts())
                .containsEntry(
                        "jobs",
                        "parity-guard.services.jobs.bean names '<default>', which could be any of:"
                                + " data source <default>; Redis client <default>");
    }

    @Test
    void settingsWhenTheyNameSomethingElseOfTheApplicationThenItIsLookedThrough() {
        expects("orders-db", "postgresql");
        says("orders-db", "other", null, null, null);
        has(DATA_SOURCE, "pool");

        assertThat(found()).containsEntry("orders-db", "something else").containsEntry("pool", "pool");
    }

    @Test
    void settingsWhenTheyNameNothingThatIsThereThenAreInDoubtWithWhatThereIs() {
        expects("orders-db", "postgresql");
        says("orders-db", "poool", null, null, null);
        has(DATA_SOURCE, "pool");
        has(DATA_SOURCE, "reporting");
        has(REDIS, "redisConnectionFactory");

        assertThat(matched().doubts())
                .containsOnly(
                        Map.entry(
                                "orders-db",
                                "parity-guard.services.orders-db.bean names 'poool', but there is none of that name; the guard"
                                        + " can look through: data source pool, reporting; Redis client redisConnectionFactory"));
        assertThat(matched().doubtsText())
                .startsWith(
                        "Parity Guard cannot tell where services are:\n  orders-db: parity-guard.services.orders-db");
        assertThat(found()).containsOnlyKeys("orders-db", "redisConnectionFactory");
    }

    @Test
    void settingsWhenTheyNameAUrlThenItIsLookedForThere() {
        expects("orders-db", "postgresql");
        says("orders-db", null, "postgresql://user:secret@db/orders", "queue", null);
        has(DATA_SOURCE, "orders");

        assertThat(Objects.requireNonNull(targets().get("orders-db")).url()).isNotNull();
        assertThat(Objects.requireNonNull(targets().get("orders-db")).property("use"))
                .isEqualTo("queue");
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void serviceWhenSeveralClientsCouldBeItThenIsMissingWithTheCandidates() {
        expects("orders-db", "postgresql");
        has(DATA_SOURCE, "first");
        has(DATA_SOURCE, "second");

        assertThat(reason("orders-db"))
                .isEqualTo("no client has its name, and it could be any of: data source first, second; say which:"
                        + " parity-guard.services.orders-db.bean, or where it is: parity-guard.services.orders-db.url");
        assertThat(matched().doubts()).containsOnlyKeys("orders-db");
        assertThat(found()).containsOnlyKeys("orders-db");
    }

    @Test
    void serviceWhenSeveralClientsCouldBeItButItsUrlIsKnownThenIsLeftToTheUrl() {
        expects("main", "postgresql", "${DATABASE_URL}");
        has(DATA_SOURCE, "first");
        has(DATA_SOURCE, "second");

        assertThat(found()).containsOnlyKeys("first", "second");
    }

    @Test
    void serviceWhenNoClientIsKnownForItsKindThenIsLeftToTheProfile() {
        expects("events", "rabbitmq");
        has(DATA_SOURCE, "dataSource");

        assertThat(found()).containsOnlyKeys("dataSource");
    }

    @Test
    void bucketsWhenThereIsOneClientThenShareIt() {
        expects("uploads", "s3");
        expects("invoices", "s3");
        says("uploads", "s3Client", null, null, "orders-uploads");
        has(S3, "s3Client");

        assertThat(found()).containsOnly(Map.entry("uploads", "s3Client"), Map.entry("invoices", "s3Client"));
        assertThat(Objects.requireNonNull(targets().get("uploads")).property("bucket"))
                .isEqualTo("orders-uploads");
    }

    @Test
    void serviceWhenOnlySettingsKnowItThenWhatTheySayTellsItsKind() {
        says("uploads", null, null, null, "orders-uploads");
        says("jobs", null, null, "queue", null);
        says("orders", null, null, null, null);
        has(DATA_SOURCE, "ordersDataSource");
        has(REDIS, "redisConnectionFactory");
        has(S3, "s3Client");

        assertThat(found())
                .containsOnly(
                        Map.entry("uploads", "s3Client"),
                        Map.entry("jobs", "redisConnectionFactory"),
                        Map.entry("orders", "ordersDataSource"));
    }

    @Test
    void serviceWhenNothingTellsWhatItIsThenIsInDoubt() {
        says("other", null, null, null, null);
        has(REDIS, "cache");

        assertThat(matched().doubts()).containsOnlyKeys("other");
    }

    @Test
    void clientsWhenThereIsNoProfileThenAreServicesOfTheirOwn() {
        hasPrimary(DATA_SOURCE, DEFAULT, "database");
        has(REDIS, "cache");
        has(S3, "s3Client");

        assertThat(found()).containsOnlyKeys("database", "cache", "s3Client");
    }

    @Test
    void clientOfBucketsWhenTheProfileWantsNoneThenIsNotLookedThrough() {
        expects("orders-db", "postgresql");
        has(DATA_SOURCE, "orders");
        has(S3, "s3Client");

        assertThat(found()).containsOnlyKeys("orders-db");
    }

    @Test
    void servicesAreToldInTheOrderOfTheirKinds() {
        expects("a-cache", "redis");
        expects("b-uploads", "s3");
        expects("c-orders", "postgresql");
        has(REDIS, "a");
        has(S3, "b");
        has(DATA_SOURCE, "c");

        assertThat(targets().keySet()).containsExactly("c-orders", "b-uploads", "a-cache");
    }

    private void expects(String service, String kind) {
        expects(service, kind, null);
    }

    private void expects(String service, String kind, @Nullable String url) {
        expected.put(service, new ServiceExpectation(kind, url, null, null, null, new TreeMap<>(), new TreeMap<>()));
    }

    private void says(
            String service,
            @Nullable String bean,
            @Nullable String url,
            @Nullable String use,
            @Nullable String bucket) {
        settings.put(service, new ServiceSettings(bean, url, use, bucket, Map.of()));
    }

    private void has(ClientKind kind, String name) {
        clients.add(new Client(name, name, kind, false, () -> handle(name)));
    }

    private void hasPrimary(ClientKind kind, String name, String service) {
        clients.add(new Client(name, service, kind, true, () -> handle(name)));
    }

    private static Target handle(String name) {
        return Target.of(new Handle(name));
    }

    private Map<String, Target> targets() {
        Map<String, Target> targets = new LinkedHashMap<>();
        matched().tell(targets::put);
        return targets;
    }

    private MatchedServices matched() {
        return ServiceMatching.of(
                expected, settings, clients, name -> name.equals("other") ? handle("something else") : null);
    }

    private String reason(String service) {
        return String.valueOf(Objects.requireNonNull(targets().get(service)).missing());
    }

    /** The client that each service is looked at through; empty where there is none. */
    private SortedMap<String, String> found() {
        SortedMap<String, String> found = new TreeMap<>();
        targets().forEach((service, target) -> {
            Handle handle = target.handle(Handle.class);
            found.put(service, handle == null ? "" : handle.name());
        });
        return found;
    }

    /** Stands for a client. */
    private record Handle(String name) {}
}
