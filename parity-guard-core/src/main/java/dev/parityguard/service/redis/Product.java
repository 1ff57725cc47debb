package dev.parityguard.service.redis;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who really answers. {@code redis_version} is no answer to that: every look-alike gives the version of Redis there that
 * it claims to be compatible with (Valkey 8 and 9 say 7.2.4).
 *
 * @param name the product
 * @param version its own version, or null when the server does not tell it
 * @param emulated the version of Redis that it claims, or null for Redis itself
 */
record Product(
        String name, @Nullable String version, @Nullable String emulated) {

    /**
     * Reads the product from INFO's fields, and from HELLO's where INFO is not permitted.
     *
     * @param hello the text fields of HELLO's reply; the server can be told to lie there (Valkey's
     *     {@code extended-redis-compatibility}), so INFO comes first
     */
    static @Nullable Product of(Map<String, String> info, Map<String, String> hello) {
        String claimed = info.get("redis_version");
        for (String name : new String[] {"valkey", "dragonfly", "garnet", "kvrocks", "upstash"}) {
            String own = info.get(name + "_version");
            if (own != null) {
                return new Product(name, plain(own), claimed);
            }
        }
        if (isKeyDb(info)) {
            // KeyDB 6.3 has no field of its own; its redis_version is KeyDB's version.
            return new Product("keydb", claimed, null);
        }
        String server = info.containsKey("server_name") ? info.get("server_name") : hello.get("server");
        if (server != null && !server.equals("redis")) {
            return new Product(server.toLowerCase(Locale.ROOT), hello.get("version"), claimed);
        }
        String version = claimed == null || claimed.isEmpty() ? hello.get("version") : claimed;
        return server == null && version == null ? null : new Product("redis", version, null);
    }

    /** The cloud service that runs it, where the server says so; null elsewhere. */
    static @Nullable String hosting(Map<String, String> info) {
        if (info.getOrDefault("os", "").contains("ElastiCache")) {
            return "elasticache";
        }
        return info.containsKey("rlec_version") ? "redis-enterprise" : null;
    }

    private static boolean isKeyDb(Map<String, String> info) {
        return info.containsKey("mvcc_depth")
                || info.getOrDefault("executable", "").contains("keydb-server")
                || info.getOrDefault("config_file", "").contains("keydb");
    }

    /** Dragonfly writes {@code df-v1.28.1}. */
    private static String plain(String version) {
        return version.replaceFirst("^[a-z-]*v(?=[0-9])", "");
    }
}
