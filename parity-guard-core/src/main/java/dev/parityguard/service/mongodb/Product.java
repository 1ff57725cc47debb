package dev.parityguard.service.mongodb;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Who really answers. A pure function of what the server says of itself and of where it is; read in documentation.
 *
 * @param name the product; {@code look-alike} for what speaks the protocol and does not say who it is
 * @param version its own version, or the version of MongoDB that it claims when it has none of its own
 */
record Product(String name, @Nullable String version) {
    /** The ends of host names by which the official drivers know them too. */
    private static final Map<String, String> BY_HOST = Map.of(
            ".docdb.amazonaws.com", "documentdb",
            ".docdb-elastic.amazonaws.com", "documentdb",
            ".cosmos.azure.com", "cosmosdb");

    static Product of(Document buildInfo, List<String> hosts) {
        String version = buildInfo.get("version") instanceof String text ? text : null;
        for (String host : hosts) {
            for (Map.Entry<String, String> suffix : BY_HOST.entrySet()) {
                if (host.toLowerCase(Locale.ROOT).endsWith(suffix.getKey())) {
                    return new Product(suffix.getValue(), version);
                }
            }
        }
        if (buildInfo.get("ferretdb") instanceof Map<?, ?> own && own.get("version") instanceof String ofFerret) {
            return new Product("ferretdb", plain(ofFerret));
        }
        if (buildInfo.get("ferretdbVersion") instanceof String ofFerret) {
            return new Product("ferretdb", plain(ofFerret));
        }
        // Every build of MongoDB itself names the commit that it was made from.
        return new Product(buildInfo.containsKey("gitVersion") ? "mongodb" : "look-alike", version);
    }

    private static String plain(String version) {
        return version.replaceFirst("^v", "");
    }
}
