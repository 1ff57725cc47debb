package dev.parityguard.service.elasticsearch;

import static dev.parityguard.servers.SearchStub.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.fact.Unreachable;
import dev.parityguard.servers.SearchStub;
import dev.parityguard.servers.StubReply;
import dev.parityguard.target.Target;
import org.junit.jupiter.api.Test;

/** Recorded answers, for products and refusals that cannot be had here. */
class SearchProbeTest {
    @Test
    void clusterWithSecurityThenEverythingIsSeenInTwoTurns() throws Exception {
        try (SearchStub cluster = RecordedCluster.start()) {
            Observed seen = (Observed) SearchLook.at(Target.url(cluster.url().toString())
                    .with("api-key", RecordedCluster.API_KEY)
                    .with("indices", "orders"));
            assertFacts(
                    seen,
                    "product",
                    "elasticsearch",
                    "version",
                    "8.19.21",
                    "build_flavor",
                    "default",
                    "license",
                    "platinum",
                    "tls",
                    "no",
                    "behaviour.anonymous_access",
                    "no",
                    "behaviour.elastic_product_header",
                    "yes",
                    "plugin.analysis-icu",
                    "yes",
                    "setting.action.auto_create_index",
                    "false",
                    "setting.script.allowed_types",
                    "",
                    "index.orders",
                    "alias",
                    "dynamic.orders",
                    "strict",
                    "field.orders.lines",
                    "nested",
                    "field.orders.lines.sku",
                    "keyword ignore_above=64",
                    "index_setting.max_result_window.orders",
                    "20000",
                    "index_setting.refresh_interval.orders",
                    "default",
                    "index_setting.analysis.analyzer.folded.filter.orders",
                    "lowercase,asciifolding",
                    "capacity.shards.orders",
                    "3",
                    "behaviour.tokens.orders.folded",
                    "strasse|wi",
                    "behaviour.tokens.orders.default",
                    "strasse|wi");
            assertThat(seen.facts().get("setting.action.auto_create_index").source())
                    .isEqualTo("persistent");
            assertThat(seen.facts().value("index_setting.uuid.orders")).isNull();
            assertThat(seen.unknowns()).isEmpty();
            assertThat(cluster.requests()).hasSize(10);
        }
    }

    @Test
    void userWithoutRightsThenWhoAnswersIsSeenAndPrivilegesAreNamed() throws Exception {
        try (SearchStub cluster = RecordedCluster.start()) {
            String user = RecordedCluster.LEAST + ":c4nary-p%40ss%2Fword@";
            Observed seen = (Observed) SearchLook.at(
                    Target.url("http://" + user + "127.0.0.1:" + cluster.port()).with("indices", "orders"));
            assertFacts(seen, "product", "elasticsearch");
            assertThat(seen.unknowns()).allSatisfy(unknown -> {
                assertThat(unknown.cause()).isEqualTo(Cause.NOT_PERMITTED);
                assertThat(unknown.missing()).contains("privilege");
            });
            assertThat(seen.unknowns())
                    .extracting(Unknown::fact)
                    .contains("version", "setting.*", "plugin.*", "license", "field.*", "behaviour.tokens.orders.*");
        }
    }

    @Test
    void noCredentialsWhereTheyAreDemandedThenThatIsTheReason() throws Exception {
        try (SearchStub cluster = RecordedCluster.start()) {
            assertThat(unreachable(cluster).reason()).contains("none were given");
        }
    }

    @Test
    void pluginThatOneNodeLacksThenTold() throws Exception {
        try (SearchStub cluster = RecordedCluster.open().answer("GET /_nodes/plugins", reply(200, """
                        {"nodes": {"a": {"version": "8.19.21", "plugins": [{"name": "analysis-icu"}]},
                            "b": {"version": "8.18.0"}}}"""))) {
            assertFacts(
                    SearchLook.seen(cluster.url(), ""),
                    "plugin.analysis-icu",
                    "on some nodes only",
                    "nodes_of_one_version",
                    "no",
                    "version",
                    "8.18.0");
        }
    }

    /** As an OpenSearch answers that hides behind its setting, where the nodes' own version may not be read. */
    @Test
    void opensearchInDisguiseWhenOnlySettingsMayBeReadThenItsVersionIsUnknown() throws Exception {
        try (SearchStub cluster = SearchStub.start()
                .answer("GET / ", reply(200, """
                        {"version": {"number": "7.10.2", "lucene_version": "9.12.1"},
                         "tagline": "The OpenSearch Project: https://opensearch.org/"}"""))
                .answer("GET /_nodes", reply(403, "{\"error\": {}, \"status\": 403}"))
                .answer("GET /_cluster/settings", reply(200, """
                        {"persistent": {"compatibility": {"override_main_response_version": "true"}}}"""))) {
            Observed seen = SearchLook.seen(cluster.url(), "");
            assertThat(seen.kind()).isEqualTo("opensearch");
            assertFacts(seen, "product", "opensearch", "shown_version", "7.10.2");
            assertThat(seen.facts().value("version")).isNull();
            assertThat(seen.unknowns()).extracting(Unknown::fact).contains("version", "plugin.*");
        }
    }

    @Test
    void productsThatOnlySpeakTheProtocolThenNamedAsTheySay() throws Exception {
        try (SearchStub cluster = SearchStub.start().answer("GET / ", reply(200, """
                        {"version": {"distribution": "Quickwit", "number": "7.17", "build_flavor": "x"}}"""))) {
            Observed seen = SearchLook.seen(cluster.url(), "");
            assertThat(seen.kind()).isEqualTo("elasticsearch");
            assertFacts(seen, "product", "quickwit", "version", "7.17");
        }
    }

    /** A serverless project has no nodes and no settings that could be asked for. */
    @Test
    void apisThatAreNotOfferedThenUnknown() throws Exception {
        StubReply gone = reply(410, "{\"error\": {\"type\": \"api_not_available_exception\"}, \"status\": 410}");
        try (SearchStub cluster = RecordedCluster.open()
                .answer("GET /_nodes", gone)
                .answer("GET /_nodes/plugins", gone)
                .answer("GET /_cluster/settings", gone)
                .answer("GET /_license", gone)) {
            Observed seen = SearchLook.seen(cluster.url(), "orders");
            assertThat(seen.facts().value("license")).isNull();
            assertThat(seen.unknowns())
                    .extracting(Unknown::fact)
                    .containsExactlyInAnyOrder("setting.*", "plugin.*", "nodes_of_one_version");
        }
    }

    @Test
    void indexThatIsMissingThenItIsNoFactAndNoUnknown() throws Exception {
        try (SearchStub cluster =
                RecordedCluster.open().answer("GET /nothing?", reply(404, "{\"error\": {}, \"status\": 404}"))) {
            Observed seen = SearchLook.seen(cluster.url(), "nothing");
            assertThat(seen.facts().value("index.nothing")).isNull();
            assertThat(seen.unknowns()).isEmpty();
        }
    }

    @Test
    void gatewayInTroubleThenUnreachable() throws Exception {
        try (SearchStub gateway = SearchStub.start()
                .answer("GET", StubReply.of(503).body("<html/>"))
                .answer("POST", StubReply.of(503).body("<html/>"))) {
            assertThat(unreachable(gateway))
                    .isEqualTo(new Unreachable(Cause.UNREACHABLE, "the server answers HTTP 503"));
        }
    }

    @Test
    void gatewayThatForbidsThenNotPermitted() throws Exception {
        StubReply forbidden = reply(403, "{\"Message\": \"User: anonymous is not authorized\"}");
        try (SearchStub gateway = SearchStub.start().answer("GET", forbidden).answer("POST", forbidden)) {
            assertThat(unreachable(gateway).cause()).isEqualTo(Cause.NOT_PERMITTED);
        }
    }

    private static Unreachable unreachable(SearchStub server) throws Exception {
        Observation observation = SearchLook.at(Target.url(server.url().toString()));
        assertThat(observation).isInstanceOf(Unreachable.class);
        return (Unreachable) observation;
    }

    private static void assertFacts(Observed seen, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            assertThat(seen.facts().value(namesAndValues[i]))
                    .as(namesAndValues[i])
                    .isEqualTo(namesAndValues[i + 1]);
        }
    }
}
