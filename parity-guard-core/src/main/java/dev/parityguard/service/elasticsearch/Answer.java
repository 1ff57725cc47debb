package dev.parityguard.service.elasticsearch;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came back for one question.
 *
 * @param status the HTTP status, or 0 when nothing came back
 * @param headers by lower-case name
 * @param document the body, or null when it is no JSON
 * @param failure why nothing came back, or null
 */
record Answer(
        int status,
        Map<String, String> headers,
        @Nullable Document document,
        @Nullable Failure failure) {
    Answer {
        headers = Map.copyOf(headers);
    }

    static Answer none(Failure failure) {
        return new Answer(0, Map.of(), null, failure);
    }

    boolean succeeded() {
        return status >= 200 && status < 300 && document != null;
    }

    /** The node knows who asks, and does not let them. */
    boolean isForbidden() {
        return status == 403;
    }

    boolean asksForCredentials() {
        return status == 401;
    }

    /**
     * The node has no such question: OpenSearch and the open distribution of Elasticsearch take an unknown path for the
     * name of an index (400), a serverless project answers 410.
     */
    boolean isUnknownThere() {
        return status == 400 || status == 404 || status == 405 || status == 410;
    }

    @Nullable
    String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** Only a node of the family writes such documents. */
    boolean isOfTheFamily() {
        return document != null
                && (document.at("version", "number").text() != null
                        || document.members().containsKey("error")
                        || document.members().containsKey("nodes"));
    }
}
