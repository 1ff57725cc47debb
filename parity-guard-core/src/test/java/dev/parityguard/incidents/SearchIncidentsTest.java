package dev.parityguard.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Severity;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.probe.ProbeTrial;
import dev.parityguard.servers.SearchServer;
import dev.parityguard.servers.SearchServerBuilder;
import dev.parityguard.target.Target;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("heavy")
class SearchIncidentsTest {
    private static final ProbeProvider PROVIDER = ServiceLoader.load(ProbeProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(provider -> provider.kind().equals("opensearch"))
            .findFirst()
            .orElseThrow();
    private static final IncidentFixture OPENSEARCH = new IncidentFixture("opensearch", null, PROVIDER.catalogue());
    private static final IncidentFixture ELASTICSEARCH =
            new IncidentFixture("elasticsearch", null, PROVIDER.catalogue());

    /** Analyzers of the module that comes with the server stand for those of a plugin, of which there is no archive. */
    @Test
    @Incident(value = "I54", fact = "opensearch.behaviour.tokens.english", severity = Severity.ERROR)
    void analyzerWhoseModuleIsMissingOnTheOtherCluster() throws Exception {
        Observed a = seen(SearchServer.opensearch("3"));
        Observed b = seen(SearchServer.opensearch("3").withoutModule("analysis-common"));
        OPENSEARCH.assertFinding(a, b, "behaviour.tokens.english", Severity.ERROR);
    }

    @Test
    @Incident(value = "I55", fact = "elasticsearch.product", severity = Severity.ERROR)
    void applicationOfElasticsearchThatMeetsOpensearch() throws Exception {
        Observed a = seen(SearchServer.elasticsearch("7.17"));
        Observed b = seen(SearchServer.opensearch("2"));
        ELASTICSEARCH.assertFinding(a, b, "product", Severity.ERROR);
        ELASTICSEARCH.assertFinding(a, b, "behaviour.elastic_product_header", Severity.WARNING);
    }

    @Test
    @Incident(value = "I57", fact = "opensearch.setting.action.auto_create_index", severity = Severity.ERROR)
    void firstWriteWhereIndicesAreNotMadeByThemselves() throws Exception {
        try (SearchServer server = SearchServer.opensearch("2").start()) {
            Observed a = look(server, "");
            put(server, "/_cluster/settings", "{\"persistent\": {\"action.auto_create_index\": \"false\"}}");
            OPENSEARCH.assertFinding(a, look(server, ""), "setting.action.auto_create_index", Severity.ERROR);
        }
    }

    @Test
    @Incident("B17")
    void namesOfNodesAndNumbersOfShardsAndReplicasDiffer() throws Exception {
        try (SearchServer small = SearchServer.opensearch("2").start();
                SearchServer big = SearchServer.opensearch("2")
                        .setting("node.name", "search-7")
                        .setting("cluster.name", "production")
                        .start()) {
            put(small, "/orders", index(1, 0));
            put(big, "/orders", index(6, 2));
            Observed a = look(big, "orders");
            assertThat(a.facts().value("capacity.shards.orders")).isEqualTo("6");
            OPENSEARCH.assertAgrees(a, look(small, "orders"));
        }
    }

    private static String index(int shards, int replicas) {
        return """
                {"settings": {"number_of_shards": %d, "number_of_replicas": %d},
                 "mappings": {"properties": {"title": {"type": "text"}}}}""".formatted(shards, replicas);
    }

    private static Observed seen(SearchServerBuilder builder) throws Exception {
        try (SearchServer server = builder.start()) {
            return look(server, "");
        }
    }

    private static Observed look(SearchServer server, String indices) throws Exception {
        return (Observed) ProbeTrial.run(
                        PROVIDER.probe(Target.url(server.url().toString()).with("indices", indices)),
                        Duration.ofSeconds(20))
                .observation();
    }

    private static void put(SearchServer server, String path, String json) throws Exception {
        URI uri = server.url().resolve(path);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
