package dev.parityguard.service.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.servers.SearchServer;
import dev.parityguard.servers.SearchServerBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real servers of every line that can be had, each started once. */
@Tag("heavy")
class SearchServersTest {
    @Test
    void elasticsearch7BeforeTheSplitThenEverythingIsSeen() throws Exception {
        Observed seen = seen(SearchServer.elasticsearch("7.10"));
        assertFacts(
                seen,
                "product",
                "elasticsearch",
                "version",
                "7.10.2",
                "build_flavor",
                "oss",
                "lucene_version",
                "8.7.0",
                "behaviour.elastic_product_header",
                "no",
                "setting.indices.query.bool.max_clause_count",
                "1024",
                "setting.action.destructive_requires_name",
                "false");
        assertThat(seen.facts().value("license")).isNull();
        assertThat(seen.unknowns()).isEmpty();
    }

    @Test
    void elasticsearch717ThenEverythingIsSeen() throws Exception {
        Observed seen = seen(SearchServer.elasticsearch("7.17"));
        assertFacts(seen, "product", "elasticsearch", "version", "7.17.29", "behaviour.elastic_product_header", "yes");
        assertThat(seen.unknowns()).isEmpty();
    }

    /** This distribution does not answer at the root, so that what only the root tells is unknown. */
    @Test
    void elasticsearch8WithoutItsRootThenTheVersionIsTheNodes() throws Exception {
        Observed seen = seen(SearchServer.elasticsearch("8"));
        assertFacts(
                seen,
                "product",
                "elasticsearch",
                "version",
                "8.19.21",
                "license",
                "basic",
                "behaviour.elastic_product_header",
                "yes",
                "setting.xpack.security.enabled",
                "false",
                "setting.action.destructive_requires_name",
                "true");
        assertThat(seen.unknowns())
                .extracting(Unknown::fact)
                .containsExactlyInAnyOrder("build_flavor", "lucene_version", "shown_version", "identity.cluster");
    }

    @Test
    void opensearch2ThenEverythingIsSeen() throws Exception {
        Observed seen = seen(SearchServer.opensearch("2"));
        assertThat(seen.kind()).isEqualTo("opensearch");
        assertFacts(seen, "product", "opensearch", "version", "2.19.1", "behaviour.elastic_product_header", "no");
        assertThat(seen.unknowns()).isEmpty();
    }

    @Test
    void opensearchThatShowsItselfAsElasticsearchThenIsOpensearchAllTheSame() throws Exception {
        Observed seen =
                seen(SearchServer.opensearch("2").setting("compatibility.override_main_response_version", "true"));
        assertFacts(
                seen,
                "product",
                "opensearch",
                "version",
                "2.19.1",
                "shown_version",
                "7.10.2",
                "setting.compatibility.override_main_response_version",
                "true");
    }

    @Test
    void opensearch3ThenItsAnalyzersAreSeenToo() throws Exception {
        Observed seen = seen(SearchServer.opensearch("3"));
        assertFacts(
                seen,
                "product",
                "opensearch",
                "version",
                "3.6.0",
                "behaviour.tokens.english",
                "straße|wi|fi|naïv|東|京|run|istanbul|3.14|foo_bar");
        assertThat(seen.unknowns()).isEmpty();
    }

    private static Observed seen(SearchServerBuilder builder) throws Exception {
        try (SearchServer server = builder.start()) {
            SearchLook.put(server.url(), "/orders", SearchLook.ORDERS);
            Observed seen = SearchLook.seen(server.url(), "orders,current-orders,missing");
            assertFacts(
                    seen,
                    "index.orders",
                    "index",
                    "index.current-orders",
                    "alias",
                    "dynamic.orders",
                    "strict",
                    "field.orders.title",
                    "text analyzer=words",
                    "field.orders.title.raw",
                    "keyword",
                    "field.orders.customer.id",
                    "long",
                    "field.current-orders.customer.id",
                    "long",
                    "index_setting.max_result_window.orders",
                    "20000",
                    "capacity.shards.orders",
                    "1",
                    "behaviour.anonymous_access",
                    "yes",
                    "nodes_of_one_version",
                    "yes",
                    "behaviour.tokens.standard",
                    "straße|wi|fi|naïve|東|京|running|the|istanbul|3.14|foo_bar",
                    "behaviour.tokens.orders.words",
                    "straße|wi|fi|naïve|東|京|running|the|istanbul|3.14|foo_bar");
            assertThat(seen.facts().value("behaviour.tokens.orders.default")).isNotNull();
            assertThat(seen.facts().value("index.missing")).isNull();
            assertThat(SearchLook.seen(server.url(), "orders,current-orders,missing"))
                    .isEqualTo(seen);
            return seen;
        }
    }

    private static void assertFacts(Observed seen, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            assertThat(seen.facts().value(namesAndValues[i]))
                    .as(namesAndValues[i])
                    .isEqualTo(namesAndValues[i + 1]);
        }
    }
}
