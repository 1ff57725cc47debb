package dev.parityguard.service.elasticsearch;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Fingerprint;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Who answers, with which plugins and settings. */
final class ClusterFacts {
    private static final String MONITOR = "the cluster privilege monitor (OpenSearch: cluster_monitor)";

    private final Map<String, Answer> answers;
    private final Product product;

    ClusterFacts(Map<String, Answer> answers) {
        this.answers = answers;
        this.product = Product.of(answers);
    }

    String kind(String asked) {
        return product.kind(asked);
    }

    void tell(FactSheet sheet) {
        identity(sheet);
        nodes(sheet);
        anonymousAccess(sheet);
        Answer settings = answer(Questions.SETTINGS);
        if (settings.succeeded() && settings.document() != null) {
            ClusterSettings.tell(settings.document(), sheet.facts());
        } else {
            sheet.unread(settings, MONITOR, "setting.*");
        }
        Answer license = answer(Questions.LICENSE);
        if (license.succeeded() && license.document() != null) {
            sheet.facts()
                    .put("license", license.document().at("license", "type").text());
        } else if (!license.isUnknownThere()) {
            sheet.unread(license, MONITOR, "license");
        }
    }

    private void identity(FactSheet sheet) {
        Answer root = answer(Questions.ROOT);
        Facts.Builder facts = sheet.facts();
        facts.put("product", product.name());
        facts.put("version", product.version());
        facts.put("shown_version", product.claimed());
        if (product.name() == null) {
            sheet.unread(root, MONITOR, "product");
        }
        if (product.version() == null) {
            sheet.unread(root, MONITOR, "version");
        }
        boolean elastic = Product.header(answers.values(), Product.ELASTIC_HEADER) != null;
        facts.putFlag("behaviour.elastic_product_header", elastic);
        if (!root.succeeded() || root.document() == null) {
            sheet.unread(root, MONITOR, "build_flavor", "lucene_version", "shown_version", "identity.cluster");
            return;
        }
        Document said = root.document();
        facts.put("build_flavor", said.at("version", "build_flavor").text());
        facts.put("lucene_version", said.at("version", "lucene_version").text());
        String uuid = Objects.requireNonNullElse(said.at("cluster_uuid").text(), "_na_");
        facts.put("identity.cluster", uuid.equals("_na_") ? null : Fingerprint.of(uuid));
    }

    private void nodes(FactSheet sheet) {
        List<Document> nodes = Product.nodes(answers);
        if (nodes.isEmpty()) {
            sheet.unread(answer(Questions.NODES), MONITOR, "plugin.*", "nodes_of_one_version");
            return;
        }
        sheet.facts().putFlag("nodes_of_one_version", product.versions().size() < 2);
        Map<String, Integer> counts = new TreeMap<>();
        for (Document node : nodes) {
            node.at("plugins").elements().stream()
                    .map(plugin -> String.valueOf(plugin.at("name").text()))
                    .distinct()
                    .forEach(name -> counts.merge(name, 1, Integer::sum));
        }
        counts.forEach((name, count) ->
                sheet.facts().put("plugin." + name, count == nodes.size() ? "yes" : "on some nodes only"));
    }

    /** Whether the server lets in who brings no credentials. */
    private void anonymousAccess(FactSheet sheet) {
        Answer answer = answers.getOrDefault(Questions.ANONYMOUS, answer(Questions.ROOT));
        if (answer.failure() != null || answer.status() >= 500) {
            sheet.unread(answer, MONITOR, "behaviour.anonymous_access");
        } else {
            sheet.facts().putFlag("behaviour.anonymous_access", !answer.asksForCredentials() && !answer.isForbidden());
        }
    }

    private Answer answer(String question) {
        return Objects.requireNonNull(answers.get(question), question);
    }
}
