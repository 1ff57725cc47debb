package dev.parityguard.service.elasticsearch;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Fingerprint;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One index as it is answered: its aliases, its mapping and its settings.
 *
 * @param name its own name, which may differ from the alias that the application uses
 */
record Index(String name, Document answer) {
    private static final String SETTING = "index.";
    private static final String ANALYZER = "index.analysis.analyzer.";
    private static final int MOST_ANALYZERS = 8;
    private static final int MOST_FIELDS = 500;

    /** Settings that tell one index from another, or only how much there is. */
    private static final Pattern NOT_COMPARED =
            Pattern.compile("index\\.(?:creation_date|provided_name|uuid|version\\..*"
                    + "|number_of_shards|number_of_replicas|auto_expand_replicas|routing\\..*|routing_partition_size|resize\\..*"
                    + "|history\\.uuid|replication\\..*|number_of_routing_shards|hidden)");

    /** What holds where nothing is set, so that setting it in one environment only is seen from both sides. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "max_result_window", "10000",
            "mapping.total_fields.limit", "1000",
            "refresh_interval", "default",
            "default_pipeline", "_none",
            "final_pipeline", "_none",
            "blocks.read_only_allow_delete", "false",
            "blocks.write", "false");

    /** Whether a request to that name may meet this index. */
    boolean servesAs(String used) {
        return name.equals(used) || isAliasedAs(used) || isBackingIndexOf(used);
    }

    /** Of the indices behind an alias the one that is written to, else the last one in the order of their names. */
    boolean comesAfter(Index other, String alias) {
        boolean writes = isWrittenThrough(alias);
        return writes == other.isWrittenThrough(alias) ? name.compareTo(other.name) > 0 : writes;
    }

    /** The analyzers that the index defines itself, and the one for fields that name none. */
    List<String> analyzers() {
        TreeSet<String> analyzers = new TreeSet<>();
        analyzers.add("default");
        for (String setting : settings().keySet()) {
            if (setting.startsWith(ANALYZER)) {
                analyzers.add(setting.substring(ANALYZER.length()).replaceFirst("\\..*", ""));
            }
        }
        return analyzers.stream().limit(MOST_ANALYZERS).toList();
    }

    void tell(String used, Facts.Builder facts) {
        facts.put("index." + used, name.equals(used) ? "index" : isAliasedAs(used) ? "alias" : "data stream");
        Document mapping = answer.at("mappings");
        String dynamic = mapping.at("dynamic").text();
        facts.put("dynamic." + used, dynamic == null ? "true" : dynamic);
        if (!mapping.at("dynamic_templates").elements().isEmpty()) {
            facts.put(
                    "dynamic_templates." + used,
                    Fingerprint.of(mapping.at("dynamic_templates").line()));
        }
        Map<String, String> fields = new TreeMap<>();
        Fields.collect("", mapping, fields);
        if (fields.size() > MOST_FIELDS) {
            facts.put("fields." + used, Fingerprint.of(fields.toString()));
        } else {
            fields.forEach((path, field) -> facts.put("field." + used + "." + path, field));
        }
        Map<String, String> settings = new TreeMap<>(DEFAULTS);
        settings().forEach((setting, value) -> {
            if (setting.startsWith(SETTING) && !NOT_COMPARED.matcher(setting).matches()) {
                settings.put(setting.substring(SETTING.length()), value);
            }
        });
        settings.forEach((setting, value) -> facts.put("index_setting." + setting + "." + used, value));
        facts.put("capacity.shards." + used, settings().get("index.number_of_shards"));
    }

    private Map<String, String> settings() {
        return answer.at("settings").flat();
    }

    private boolean isAliasedAs(String used) {
        return answer.at("aliases").members().containsKey(used);
    }

    private boolean isWrittenThrough(String alias) {
        return "true".equals(answer.at("aliases", alias, "is_write_index").text());
    }

    private boolean isBackingIndexOf(String used) {
        return used.equals(answer.at("data_stream").text()) || name.startsWith(".ds-" + used + "-");
    }
}
