package dev.parityguard.service.mongodb;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Fingerprint;
import dev.parityguard.fact.Version;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Who answers, in which topology and with which defaults. */
record ServerFacts(Reply hello, Reply buildInfo, Reply parameters, Reply defaults, List<String> hosts) {
    private static final String CLUSTER_MONITOR = "the role clusterMonitor";
    private static final List<String> PARAMETERS =
            List.of("featureCompatibilityVersion", "notablescan", "transactionLifetimeLimitSeconds");

    static Document parametersCommand() {
        Document command = new Document("getParameter", 1);
        PARAMETERS.forEach(name -> command.append(name, 1));
        return command;
    }

    void tell(FactSheet sheet) {
        Facts.Builder facts = sheet.facts();
        if (hello.isAnswered()) {
            facts.put("topology", topology());
            facts.put("wire_version", hello.document().get("maxWireVersion"));
            Object setName = hello.document().get("setName");
            facts.put("identity.replica_set", setName == null ? null : Fingerprint.of(setName.toString()));
        } else {
            sheet.unread(hello, "the right to log in", "topology", "wire_version");
        }
        String version = null;
        if (buildInfo.isAnswered()) {
            Product product = Product.of(buildInfo.document(), hosts);
            version = product.version();
            facts.put("product", product.name());
            facts.put("version", version);
            facts.put("edition", edition(product));
        } else {
            sheet.unread(buildInfo, "the right to log in", "product", "version", "edition");
        }
        tellParameters(version, sheet);
        if (defaults.isAnswered()) {
            facts.put("default_read_concern", Words.of(defaults.document().get("defaultReadConcern", new Document())));
            facts.put(
                    "default_write_concern", Words.of(defaults.document().get("defaultWriteConcern", new Document())));
        } else {
            sheet.unread(defaults, CLUSTER_MONITOR, "default_read_concern", "default_write_concern");
        }
    }

    private void tellParameters(@Nullable String version, FactSheet sheet) {
        if (!parameters.isAnswered()) {
            sheet.unread(
                    parameters,
                    CLUSTER_MONITOR,
                    "setting.*",
                    "feature_compatibility_version",
                    "feature_compatibility_version_fits");
            return;
        }
        for (String name : PARAMETERS.subList(1, PARAMETERS.size())) {
            Object value = parameters.document().get(name);
            sheet.facts().put("setting." + name, value == null ? null : Words.of(value));
        }
        if (parameters.document().get(PARAMETERS.get(0)) instanceof Map<?, ?> level
                && level.get("version") instanceof String text) {
            sheet.facts().put("feature_compatibility_version", text);
            Version own = version == null ? null : Version.parse(version);
            Version set = Version.parse(text);
            if (own != null && set != null) {
                boolean fits = own.number(0) == set.number(0) && own.number(1) == set.number(1);
                sheet.facts().putFlag("feature_compatibility_version_fits", fits);
            }
        }
    }

    private String topology() {
        if ("isdbgrid".equals(hello.document().get("msg"))) {
            return "sharded";
        }
        return hello.document().containsKey("setName") ? "replica set" : "standalone";
    }

    private @Nullable String edition(Product product) {
        if (!product.name().equals("mongodb")) {
            return null;
        }
        Object modules = buildInfo.document().get("modules");
        return modules instanceof List<?> list && list.contains("enterprise") ? "enterprise" : "community";
    }
}
