package dev.parityguard.service.elasticsearch;

import dev.parityguard.fact.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who really answers. A pure function of what the nodes say of themselves.
 *
 * @param name the product, or null when nothing tells it
 * @param version its own version, the oldest where nodes differ; or null when only a claimed one is known
 * @param claimed the version that it shows to clients instead of its own, or null
 * @param versions of all nodes
 */
record Product(
        @Nullable String name,
        @Nullable String version,
        @Nullable String claimed,
        TreeSet<String> versions) {
    static final String ELASTICSEARCH = "elasticsearch";
    static final String OPENSEARCH = "opensearch";

    /** Elasticsearch sends it since 7.14, on refusals too. Its official clients of these releases demand it. */
    static final String ELASTIC_HEADER = "X-Elastic-Product";

    /** OpenSearch 3.8 sends {@code OpenSearch/3.8.0 (opensearch)}. */
    private static final String OPENSEARCH_HEADER = "X-OpenSearch-Version";

    private static final Pattern HEADER_VERSION = Pattern.compile("/([0-9]+(?:\\.[0-9]+)+)");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    static Product of(Map<String, Answer> answers) {
        Document root = documentOf(answers, Questions.ROOT);
        String header = header(answers.values(), OPENSEARCH_HEADER);
        String name = name(root, header, answers);
        TreeSet<String> versions = new TreeSet<>();
        for (Document node : nodes(answers)) {
            String version = node.at("version").text();
            if (version != null) {
                versions.add(version);
            }
        }
        String shown = root.at("version", "number").text();
        String own = oldest(versions);
        Matcher inHeader = HEADER_VERSION.matcher(Objects.requireNonNullElse(header, ""));
        if (own == null && inHeader.find()) {
            own = inHeader.group(1);
        }
        // With compatibility.override_main_response_version OpenSearch shows 7.10.2 and no distribution.
        boolean mayBeClaimed =
                OPENSEARCH.equals(name) && root.at("version", "distribution").text() == null;
        if (own == null && !mayBeClaimed) {
            own = shown;
        }
        boolean claims = shown != null && !shown.equals(own) && !versions.contains(shown);
        return new Product(name, own, claims ? shown : null, versions);
    }

    /** The kind of service, or the one that was asked for when nothing tells it. */
    String kind(String asked) {
        return name == null ? asked : name.equals(OPENSEARCH) ? OPENSEARCH : ELASTICSEARCH;
    }

    static List<Document> nodes(Map<String, Answer> answers) {
        return new ArrayList<>(
                documentOf(answers, Questions.NODES).at("nodes").members().values());
    }

    static @Nullable String header(Collection<Answer> answers, String name) {
        for (Answer answer : answers) {
            String value = answer.header(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable String name(
            Document root, @Nullable String openSearchHeader, Map<String, Answer> answers) {
        String distribution = root.at("version", "distribution").text();
        String tagline = Objects.requireNonNullElse(root.at("tagline").text(), "");
        if (distribution != null && PLAIN.matcher(distribution).matches()) {
            return distribution.toLowerCase(Locale.ROOT);
        }
        boolean canPretend =
                documentOf(answers, Questions.SETTINGS).line().contains("compatibility.override_main_response_version");
        if (openSearchHeader != null || canPretend || tagline.contains("OpenSearch")) {
            return OPENSEARCH;
        }
        boolean isElastic = header(answers.values(), ELASTIC_HEADER) != null || tagline.equals("You Know, for Search");
        return isElastic ? ELASTICSEARCH : null;
    }

    private static @Nullable String oldest(Collection<String> versions) {
        return versions.stream()
                .filter(version -> Version.parse(version) != null)
                .min(Comparator.comparing(Version::parse))
                .orElse(null);
    }

    private static Document documentOf(Map<String, Answer> answers, String question) {
        Answer answer = answers.get(question);
        return answer == null || !answer.succeeded() || answer.document() == null
                ? Document.NOTHING
                : answer.document();
    }
}
