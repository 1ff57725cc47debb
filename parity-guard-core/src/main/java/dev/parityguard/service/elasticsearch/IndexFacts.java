package dev.parityguard.service.elasticsearch;

import java.util.Map;
import java.util.TreeMap;

/** What the indices of the application are like. */
final class IndexFacts {
    private static final String PRIVILEGE = "the index privilege view_index_metadata (OpenSearch: indices:admin/get)";
    private static final String[] FAMILIES = {
        "index.", "dynamic.", "dynamic_templates.", "field.", "fields.", "index_setting.", "capacity.shards."
    };

    private IndexFacts() {}

    /** Tells of every index that is there, and gives them by the names that the application uses. */
    static Map<String, Index> tell(Indices indices, Answer answer, FactSheet sheet) {
        if (answer.succeeded() && answer.document() != null) {
            Map<String, Index> found = indices.in(answer.document());
            found.forEach((used, index) -> index.tell(used, sheet.facts()));
            return found;
        }
        if (answer.status() != 404) {
            for (String family : FAMILIES) {
                sheet.unread(answer, PRIVILEGE, family + "*");
            }
            for (String name : indices.names()) {
                sheet.unread(answer, PRIVILEGE, "behaviour.tokens." + name + ".*");
            }
        }
        return new TreeMap<>();
    }
}
