package dev.parityguard.spring;

import static dev.parityguard.spring.ClientKind.DATA_SOURCE;
import static dev.parityguard.spring.ClientKind.REDIS;
import static dev.parityguard.spring.ClientKind.S3;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.spring.Match.Elsewhere;
import dev.parityguard.spring.Match.Nowhere;
import dev.parityguard.spring.Match.Through;
import dev.parityguard.spring.Match.Wrong;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceMatchingTest {
    private final SortedMap<String, WantedService> wanted = new TreeMap<>();
    private final List<ClientBean> beans = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "orders-db, ordersDb",
        "orders-db, orders-db",
        "orders_db, ORDERS_DB",
        "orders-db, ordersDataSource",
        "orders-db, ordersDbDataSource",
        "orders, ordersDataSource",
        "orders, ordersDatabase",
        "ordersDataSource, ordersDataSource",
    })
    void serviceAndBeanOfTheSameNameBelongTogether(String service, String bean) {
        wants(service, DATA_SOURCE);
        wants("another", DATA_SOURCE);
        has(bean, DATA_SOURCE);
        has("reporting", DATA_SOURCE);

        assertThat(matches()).containsEntry(service, new Through(bean));
    }

    @Test
    void closerNameWins() {
        wants("orders", DATA_SOURCE);
        wants("orders-db", DATA_SOURCE);
        has("ordersDataSource", DATA_SOURCE);
        has("ordersDbDataSource", DATA_SOURCE);

        assertThat(matches())
                .containsEntry("orders", new Through("ordersDataSource"))
                .containsEntry("orders-db", new Through("ordersDbDataSource"));
    }

    @Test
    void nameOfAnotherKindOfBeanDoesNotCount() {
        wants("orders", REDIS);
        has("orders", DATA_SOURCE);

        assertThat(matches().get("orders"))
                .isEqualTo(
                        new Nowhere(
                                "the application has no bean for it of type RedisConnectionFactory; name its bean: "
                                        + "parity-guard.services.orders.bean, or where it is: parity-guard.services.orders.url"));
    }

    @Test
    void onlyOneOfAKindOnBothSidesBelongTogether() {
        wants("orders-db", DATA_SOURCE);
        wants("cache", REDIS);
        has("dataSource", DATA_SOURCE);
        has("redisConnectionFactory", REDIS);

        assertThat(matches())
                .containsEntry("orders-db", new Through("dataSource"))
                .containsEntry("cache", new Through("redisConnectionFactory"));
    }

    @Test
    void primaryBeanStandsForItsKind() {
        wants("orders-db", DATA_SOURCE);
        has("routed", DATA_SOURCE);
        beans.add(new ClientBean("pool", DATA_SOURCE, true));

        assertThat(matches()).containsEntry("orders-db", new Through("pool"));
    }

    @Test
    void onlyBeanIsNotGuessedForOneOfTwoServices() {
        wants("orders-db", DATA_SOURCE);
        wants("audit-db", DATA_SOURCE);
        has("ordersDataSource", DATA_SOURCE);
        has("pool", DATA_SOURCE);

        assertThat(matches())
                .containsEntry("orders-db", new Through("ordersDataSource"))
                .hasEntrySatisfying("audit-db", ServiceMatchingTest::isWrong);
    }

    @Test
    void configurationWinsOverNames() {
        wanted.put("orders-db", new WantedService(Set.of(DATA_SOURCE), "pool", true));
        wants("audit-db", DATA_SOURCE);
        has("ordersDb", DATA_SOURCE);
        has("pool", DATA_SOURCE);

        assertThat(matches())
                .containsEntry("orders-db", new Through("pool"))
                .containsEntry("audit-db", new Through("ordersDb"));
    }

    @Test
    void unknownBeanIsToldWithThoseThatThereAre() {
        wanted.put("orders-db", new WantedService(Set.of(DATA_SOURCE), "poool", false));
        has("pool", DATA_SOURCE);
        has("redisConnectionFactory", REDIS);

        assertThat(matches().get("orders-db"))
                .isEqualTo(
                        new Wrong(
                                "parity-guard.services.orders-db.bean names 'poool', but there is no such bean; the "
                                        + "guard can look through: DataSource pool; RedisConnectionFactory redisConnectionFactory"));
    }

    @Test
    void doubtIsToldWithItsCandidatesAndWhatToSay() {
        wants("orders-db", DATA_SOURCE);
        has("first", DATA_SOURCE);
        has("second", DATA_SOURCE);

        assertThat(matches().get("orders-db"))
                .isEqualTo(
                        new Wrong(
                                "no bean has its name, and it could be any of: DataSource first, second; say which: "
                                        + "parity-guard.services.orders-db.bean, or where it is: parity-guard.services.orders-db.url"));
    }

    @Test
    void doubtIsNoneWhereTheProfileKnowsTheUrl() {
        wanted.put("orders-db", new WantedService(Set.of(DATA_SOURCE), null, true));
        has("first", DATA_SOURCE);
        has("second", DATA_SOURCE);

        assertThat(matches()).containsEntry("orders-db", new Elsewhere());
    }

    @Test
    void clientOfS3ServesAnyNumberOfBuckets() {
        wants("uploads", S3);
        wants("invoices", S3);
        has("s3Client", S3);

        assertThat(matches())
                .containsEntry("uploads", new Through("s3Client"))
                .containsEntry("invoices", new Through("s3Client"));
    }

    @Test
    void clientOfS3ThatIsNamedForOneBucketServesTheOthersToo() {
        wanted.put("uploads", new WantedService(Set.of(S3), "s3Client", false));
        wants("invoices", S3);
        has("s3Client", S3);

        assertThat(matches()).containsEntry("invoices", new Through("s3Client"));
    }

    @Test
    void serviceOfAKindWithoutBeansIsLookedForElsewhere() {
        wanted.put("events", new WantedService(Set.of(), null, false));
        has("dataSource", DATA_SOURCE);

        assertThat(matches()).containsEntry("events", new Elsewhere());
    }

    @Test
    void serviceThatNothingIsKnownOfNeedsABeanOfItsName() {
        wanted.put("cache", new WantedService(EnumSet.allOf(ClientKind.class), null, false));
        wanted.put("other", new WantedService(EnumSet.allOf(ClientKind.class), null, false));
        has("cacheRedisConnectionFactory", REDIS);

        assertThat(matches())
                .containsEntry("cache", new Through("cacheRedisConnectionFactory"))
                .hasEntrySatisfying("other", ServiceMatchingTest::isWrong);
    }

    private static void isWrong(Match match) {
        assertThat(match).isInstanceOf(Wrong.class);
    }

    private void wants(String service, ClientKind kind) {
        wanted.put(service, new WantedService(Set.of(kind), null, false));
    }

    private void has(String bean, ClientKind kind) {
        beans.add(new ClientBean(bean, kind, false));
    }

    private SortedMap<String, Match> matches() {
        return ServiceMatching.of(
                wanted,
                beans,
                name -> beans.stream().anyMatch(bean -> bean.name().equals(name)));
    }
}
