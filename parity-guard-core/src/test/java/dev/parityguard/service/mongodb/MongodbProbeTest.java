package dev.parityguard.service.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.servers.FaultProxy;
import dev.parityguard.servers.MongoStub;
import dev.parityguard.target.Target;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Recorded documents behind the real driver. */
class MongodbProbeTest {
    @Test
    void applicationsOwnClientThenEverythingIsSeenAndItStaysOpen() throws Exception {
        try (MongoStub server = RecordedDeployment.start();
                MongoClient client = MongoClients.create(url(server) + "?readPreference=nearest&w=majority")) {
            Target target =
                    Target.of(client).with("database", "shop").with("collections", "orders, open_orders, missing");
            Observed seen = MongodbLook.seen(target);
            assertFacts(
                    seen,
                    "product",
                    "mongodb",
                    "version",
                    "7.0.14",
                    "edition",
                    "community",
                    "topology",
                    "standalone",
                    "wire_version",
                    "21",
                    "feature_compatibility_version",
                    "7.0",
                    "feature_compatibility_version_fits",
                    "yes",
                    "setting.notablescan",
                    "false",
                    "default_read_concern",
                    "{level=local}",
                    "default_write_concern",
                    "{w=majority, wtimeout=0}",
                    "client.write_concern",
                    "{w=majority}",
                    "client.read_concern",
                    "default",
                    "client.read_preference",
                    "nearest",
                    "collection.orders",
                    "collection",
                    "collection.open_orders",
                    "view",
                    "collection_option.collation.orders",
                    "{locale=en, strength=2}",
                    "collection_option.validator.orders",
                    "{$jsonSchema={required=[total, customer]}}",
                    "collection_option.validator.open_orders",
                    "none",
                    "index.orders.by_customer",
                    "customer:1,at:-1 partialFilterExpression={open=true} unique=true",
                    "index.orders.ttl",
                    "at:1 expireAfterSeconds=3600");
            assertThat(seen.facts().value("collection.missing")).isNull();
            assertThat(seen.unknowns()).isEmpty();
            assertThat(client.getDatabase("admin").runCommand(new Document("hello", 1)))
                    .isNotNull();
        }
    }

    @Test
    void serverThatKnowsFewCommandsThenTheOthersAreUnknown() throws Exception {
        try (MongoStub server = MongoStub.start()
                .answer("isMaster", "{\"ismaster\": true, \"minWireVersion\": 0, \"maxWireVersion\": 8}")
                .answer("ismaster", "{\"ismaster\": true, \"minWireVersion\": 0, \"maxWireVersion\": 8}")
                .answer("buildInfo", "{\"version\": \"5.0.0\"}")) {
            Observed seen = MongodbLook.seen(Target.url(url(server)).with("collections", "orders"));
            assertFacts(seen, "product", "look-alike", "version", "5.0.0", "topology", "standalone");
            assertThat(seen.unknowns()).extracting(Unknown::cause).containsOnly(Cause.NOT_SUPPORTED);
            assertThat(seen.unknowns())
                    .extracting(Unknown::fact)
                    .contains("setting.*", "feature_compatibility_version", "default_write_concern", "collection.*");
        }
    }

    @Test
    void levelOfFeaturesThatWasLeftBehindThenUnsound() throws Exception {
        try (MongoStub server = RecordedDeployment.start()
                .answer("getParameter", "{\"featureCompatibilityVersion\": {\"version\": \"6.0\"}}")) {
            assertFacts(MongodbLook.seen(Target.url(url(server))), "feature_compatibility_version_fits", "no");
        }
    }

    @Test
    void databaseInTheUrlThenItsCollectionsAreSeen() throws Exception {
        try (MongoStub server = RecordedDeployment.start()) {
            assertFacts(
                    MongodbLook.seen(Target.url(url(server) + "shop").with("collections", "orders")),
                    "collection.orders",
                    "collection");
        }
    }

    @Test
    void clientOfAUrlThenNoConnectionAndNoThreadIsLeft() throws Exception {
        try (MongoStub server = RecordedDeployment.start();
                FaultProxy proxy = FaultProxy.to(server)) {
            MongodbLook.seen(Target.url("mongodb://127.0.0.1:" + proxy.port()));
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (proxy.connectionsOpen() > 0 || threadsOf(proxy.port()) > 0) {
                assertThat(System.nanoTime()).as("still open").isLessThan(end);
                Thread.sleep(20);
            }
            assertThat(proxy.connectionsOpened()).isPositive();
        }
    }

    /** The driver's threads are named by the address. */
    private static long threadsOf(int port) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("cluster-")
                        && thread.getName().contains(":" + port))
                .count();
    }

    @Test
    void productsThatSpeakTheProtocolThenToldApart() {
        Document bare = new Document("version", "5.0.0");
        assertThat(Product.of(bare, List.of("orders.cluster-abc.eu-west-1.docdb.amazonaws.com")))
                .isEqualTo(new Product("documentdb", "5.0.0"));
        assertThat(Product.of(bare, List.of("orders.mongo.cosmos.azure.com")).name())
                .isEqualTo("cosmosdb");
        assertThat(Product.of(
                        new Document("version", "7.0.77").append("ferretdb", new Document("version", "v2.1.0")),
                        List.of("localhost")))
                .isEqualTo(new Product("ferretdb", "2.1.0"));
        assertThat(Product.of(new Document("version", "1.0").append("gitVersion", "x"), List.of())
                        .name())
                .isEqualTo("mongodb");
    }

    private static String url(MongoStub server) {
        return "mongodb://127.0.0.1:" + server.port() + "/";
    }

    private static void assertFacts(Observed seen, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            assertThat(seen.facts().value(namesAndValues[i]))
                    .as(namesAndValues[i])
                    .isEqualTo(namesAndValues[i + 1]);
        }
    }
}
