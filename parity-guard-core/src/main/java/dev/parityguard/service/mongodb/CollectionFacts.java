package dev.parityguard.service.mongodb;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Unknown.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.bson.Document;

/** What the collections of the application are like: their options and their indexes. */
final class CollectionFacts {
    /** Sizes are scale, and how an engine stores is not what a request sees. */
    private static final Set<String> NOT_COMPARED = Set.of("size", "max", "storageEngine", "indexOptionDefaults");

    /** What holds where nothing is set, so that setting it in one environment only is seen from both sides. */
    private static final Map<String, String> DEFAULTS =
            Map.of("capped", "false", "collation", "simple", "validator", "none");

    private static final Set<String> NOT_OF_AN_INDEX = Set.of("v", "ns", "name", "key", "background");

    private final Commands commands;
    private final Collections collections;

    CollectionFacts(Commands commands, Collections collections) {
        this.commands = commands;
        this.collections = collections;
    }

    void tell(FactSheet sheet) {
        if (collections.names().isEmpty()) {
            return;
        }
        String database = collections.database();
        if (database == null) {
            for (String family : List.of("collection.*", "collection_option.*", "index.*")) {
                sheet.unknown(family, Cause.NOT_SUPPORTED, "the name of the database: give the property database");
            }
            return;
        }
        Document filter = new Document("name", new Document("$in", collections.names()));
        Reply listed = commands.send(
                database,
                new Document("listCollections", 1)
                        .append("filter", filter)
                        .append(
                                "cursor",
                                new Document("batchSize", collections.names().size())));
        if (!listed.isAnswered()) {
            sheet.unread(listed, "the role read on the database", "collection.*", "collection_option.*", "index.*");
            return;
        }
        for (Document collection : batch(listed)) {
            String name = collection.getString("name");
            tell(name, collection, sheet.facts());
            if (!"view".equals(collection.getString("type"))) {
                tellIndexes(database, name, sheet);
            }
        }
    }

    private static void tell(String name, Document collection, Facts.Builder facts) {
        facts.put("collection." + name, collection.get("type", "collection"));
        Map<String, String> options = new TreeMap<>(DEFAULTS);
        collection.get("options", new Document()).forEach((option, value) -> {
            if (!NOT_COMPARED.contains(option)) {
                options.put(option, Words.of(value));
            }
        });
        options.forEach((option, value) -> facts.put("collection_option." + option + "." + name, value));
    }

    private void tellIndexes(String database, String name, FactSheet sheet) {
        Reply listed = commands.send(database, new Document("listIndexes", name));
        if (!listed.isAnswered()) {
            sheet.unread(listed, "the role read on the database", "index." + name + ".*");
            return;
        }
        for (Document index : batch(listed)) {
            StringJoiner line = new StringJoiner(" ");
            StringJoiner key = new StringJoiner(",");
            // The order of the fields is what an index is.
            index.get("key", new Document()).forEach((field, kind) -> key.add(field + ":" + Words.of(kind)));
            line.add(key.toString());
            new TreeMap<>(index).forEach((attribute, value) -> {
                if (!NOT_OF_AN_INDEX.contains(attribute)) {
                    line.add(attribute + "=" + Words.of(value));
                }
            });
            sheet.facts().put("index." + name + "." + index.getString("name"), line);
        }
    }

    private static List<Document> batch(Reply reply) {
        Object batch = reply.document().get("cursor", new Document()).get("firstBatch");
        List<Document> documents = new ArrayList<>();
        if (batch instanceof List<?> elements) {
            for (Object element : elements) {
                if (element instanceof Document document) {
                    documents.add(document);
                }
            }
        }
        return documents;
    }
}
