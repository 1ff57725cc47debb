package dev.parityguard.service.elasticsearch;

import dev.parityguard.fact.Fingerprint;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that is asked. */
final class Questions {
    static final String ROOT = "root";
    static final String ANONYMOUS = "anonymous";
    static final String NODES = "nodes";
    static final String SETTINGS = "settings";
    static final String LICENSE = "license";
    static final String INDICES = "indices";

    /** Questions for tokens begin so and go on with what the fact's name ends with. */
    static final String TOKENS = "tokens.";

    /** Folding, splitting, stemming, stop words, and a script without blanks: analyzers differ in all of them. */
    private static final String TEXT = "Straße Wi-Fi naïve 東京 running the İstanbul 3.14 foo_bar";

    private Questions() {}

    /** The first volley. */
    static Map<String, Request> first(Indices indices, boolean withCredentials) {
        Map<String, Request> first = new LinkedHashMap<>();
        first.put(ROOT, Request.get("/"));
        if (withCredentials) {
            first.put(ANONYMOUS, new Request("/", null, true));
        }
        first.put(NODES, Request.get("/_nodes/plugins?filter_path=nodes.*.version,nodes.*.plugins.name"));
        first.put(
                SETTINGS,
                Request.get("/_cluster/settings?include_defaults=true&filter_path=" + ClusterSettings.filter()));
        first.put(LICENSE, Request.get("/_license"));
        if (!indices.isEmpty()) {
            first.put(INDICES, Request.get("/" + indices.path() + "?flat_settings=true&ignore_unavailable=true"));
        }
        first.put(TOKENS + "standard", analyze("", "standard"));
        first.put(TOKENS + "english", analyze("", "english"));
        return first;
    }

    /** The second volley: what the application's own analyzers do, by the names of the facts. */
    static Map<String, Request> second(Map<String, Index> indices) {
        Map<String, Request> second = new LinkedHashMap<>();
        indices.forEach((name, index) -> {
            for (String analyzer : index.analyzers()) {
                second.put(TOKENS + name + "." + analyzer, analyze("/" + Indices.encoded(index.name()), analyzer));
            }
        });
        return second;
    }

    private static Request analyze(String index, String analyzer) {
        String body = "{\"analyzer\":" + Fingerprint.quoted(analyzer) + ",\"text\":" + Fingerprint.quoted(TEXT) + "}";
        return new Request(index + "/_analyze", body, false);
    }
}
