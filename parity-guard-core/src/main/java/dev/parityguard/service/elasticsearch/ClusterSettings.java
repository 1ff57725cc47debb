package dev.parityguard.service.elasticsearch;

import dev.parityguard.fact.Facts;
import java.util.List;
import java.util.stream.Collectors;

/** The cluster's settings that change what a request does; a release that lacks one does not answer it. */
final class ClusterSettings {
    private static final List<String> NAMES = List.of(
            "action.auto_create_index",
            "action.destructive_requires_name",
            "cluster.blocks.read_only",
            "cluster.blocks.read_only_allow_delete",
            "compatibility.override_main_response_version",
            "http.max_content_length",
            "indices.id_field_data.enabled",
            "indices.query.bool.max_clause_count",
            "ingest.geoip.downloader.enabled",
            "script.allowed_contexts",
            "script.allowed_types",
            "search.allow_expensive_queries",
            "search.default_allow_partial_results",
            "search.max_buckets",
            "search.max_open_scroll_context",
            "xpack.security.enabled");

    /** Whose value counts, first to last. */
    private static final List<String> SCOPES = List.of("transient", "persistent", "defaults");

    private ClusterSettings() {}

    /** The answer without the several hundred others. */
    static String filter() {
        return NAMES.stream().map(name -> "*." + name).collect(Collectors.joining(","));
    }

    /** The value of a setting with who gave it, or nothing where the release has no such setting. */
    static void tell(Document answer, Facts.Builder facts) {
        for (String name : NAMES) {
            int dot = name.lastIndexOf('.');
            String[] around = name.substring(0, dot).split("\\.", -1);
            for (String scope : SCOPES) {
                Document value = answer.at(scope).at(around).members().get(name.substring(dot + 1));
                if (value != null) {
                    facts.put("setting." + name, value.line(), scope.equals("defaults") ? null : scope);
                    break;
                }
            }
        }
    }
}
