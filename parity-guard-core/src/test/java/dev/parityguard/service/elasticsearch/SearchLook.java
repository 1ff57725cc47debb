package dev.parityguard.service.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Fact;
import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Observed;
import dev.parityguard.probe.ProbeTrial;
import dev.parityguard.target.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Looks at a target as a run does. */
final class SearchLook {
    /** An index as an application's set-up makes it, with analyzers of the smallest distribution. */
    static final String ORDERS = """
            {"settings": {"number_of_shards": 1, "number_of_replicas": 0, "max_result_window": 20000,
                "analysis": {"analyzer": {"words": {"tokenizer": "standard", "filter": ["lowercase"]}}}},
             "mappings": {"dynamic": "strict", "properties": {
                "title": {"type": "text", "analyzer": "words", "fields": {"raw": {"type": "keyword"}}},
                "customer": {"properties": {"id": {"type": "long"}}}}},
             "aliases": {"current-orders": {}}}""";

    private static final Duration TIME = Duration.ofSeconds(20);

    private SearchLook() {}

    static Observation at(Target target) throws Exception {
        ElasticsearchProvider provider = new ElasticsearchProvider();
        assertThat(provider.accepts(target)).isTrue();
        return ProbeTrial.run(provider.probe(target), TIME).observation();
    }

    /** What is seen with all that is described. */
    static Observed seen(URI url, String indices) throws Exception {
        Observation observation = at(Target.url(url.toString()).with("indices", indices));
        assertThat(observation).isInstanceOf(Observed.class);
        Observed seen = (Observed) observation;
        assertThat(seen.facts().stream().map(Fact::name))
                .allSatisfy(name -> assertThat(
                                new ElasticsearchProvider().catalogue().describe(name))
                        .as(name)
                        .isNotNull());
        return seen;
    }

    /** Sends a request that changes something, and expects it to be accepted. */
    static void put(URI server, String path, String json) throws InterruptedException {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(server.resolve(path))
                                    .header("Content-Type", "application/json")
                                    .PUT(HttpRequest.BodyPublishers.ofString(json))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
