package dev.parityguard.service.elasticsearch;

import dev.parityguard.servers.SearchStub;

/**
 * Recorded: a cluster of Elasticsearch 8.19.21 with security, which cannot be started here. The answers are those of the
 * distribution for tests, at the root that of the default distribution as its documentation shows it.
 */
final class RecordedCluster {
    static final String USER = "app";
    static final String PASSWORD = "c4nary-p@ss/word";
    static final String API_KEY = "YzRuYXJ5LWlkOmM0bmFyeS1rZXk=";

    /** May log in and nothing more. */
    static final String LEAST = "least";

    static final String ROOT = """
            {"name": "node", "cluster_name": "orders", "cluster_uuid": "SdyNLxCIRESQXC3FPxtyCg",
             "version": {"number": "8.19.21", "build_flavor": "default", "build_type": "docker",
                "lucene_version": "9.12.2", "minimum_wire_compatibility_version": "7.17.0"},
             "tagline": "You Know, for Search"}""";

    static final String NODES = """
            {"nodes": {"YVjlgkwmTWeblmoF6nwjrQ": {"version": "8.19.21", "plugins": [{"name": "analysis-icu"}]},
                "eYPEKFwHQX2n5GdPaN3ukQ": {"version": "8.19.21", "plugins": [{"name": "analysis-icu"}]}}}""";

    static final String SETTINGS = """
            {"persistent": {"action": {"auto_create_index": "false"}},
             "defaults": {"cluster": {"blocks": {"read_only_allow_delete": "false", "read_only": "false"}},
                "search": {"max_buckets": "65536", "default_allow_partial_results": "true"},
                "action": {"auto_create_index": "true", "destructive_requires_name": "true"},
                "xpack": {"security": {"enabled": "true"}}, "script": {"allowed_types": []},
                "indices": {"query": {"bool": {"max_clause_count": "4096"}}},
                "http": {"max_content_length": "100mb"}}}""";

    static final String INDICES = """
            {"orders-000002": {
                "aliases": {"orders": {"is_write_index": true}},
                "mappings": {"dynamic": "strict", "properties": {
                    "title": {"type": "text", "analyzer": "folded", "fields": {"raw": {"type": "keyword"}}},
                    "lines": {"type": "nested", "properties": {"sku": {"type": "keyword", "ignore_above": 64}}}}},
                "settings": {"index.uuid": "xyz", "index.number_of_shards": "3", "index.number_of_replicas": "1",
                    "index.max_result_window": "20000", "index.provided_name": "orders-000002",
                    "index.analysis.analyzer.folded.tokenizer": "icu_tokenizer",
                    "index.analysis.analyzer.folded.filter": ["lowercase", "asciifolding"]}},
             "orders-000001": {
                "aliases": {"orders": {"is_write_index": false}}, "mappings": {}, "settings": {}}}""";

    private static final String TOKENS = """
            {"tokens": [{"token": "strasse", "position": 0}, {"token": "wi", "position": 1}]}""";

    private RecordedCluster() {}

    /** A cluster that lets nobody in but the users named here. */
    static SearchStub start() {
        return open().user(USER, PASSWORD, "GET /", "POST /")
                .user(LEAST, PASSWORD)
                .apiKey(API_KEY, "GET /", "POST /");
    }

    /** The same cluster without security. */
    static SearchStub open() {
        return SearchStub.start()
                .header("X-elastic-product", "Elasticsearch")
                .answer("GET / ", SearchStub.reply(200, ROOT))
                .answer("GET /_nodes/plugins", SearchStub.reply(200, NODES))
                .answer("GET /_cluster/settings", SearchStub.reply(200, SETTINGS))
                .answer("GET /_license", SearchStub.reply(200, "{\"license\": {\"type\": \"platinum\"}}"))
                .answer("GET /orders?", SearchStub.reply(200, INDICES))
                .answer("POST /_analyze", SearchStub.reply(200, TOKENS))
                .answer("POST /orders-000002/_analyze", SearchStub.reply(200, TOKENS));
    }
}
