package dev.parityguard.service.redis;

import dev.parityguard.service.redis.Volley.Answers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of the data: memory limit, eviction, persistence, databases, keyspace events. */
final class StorageFacts {
    /** What the letter A stands for; the server writes A back only when all of them are on. */
    private static final String ALL_EVENTS = "$deghlstxz";

    private final Answers answers;
    private final Map<String, String> info;
    private final ServerFacts server;

    StorageFacts(Answers answers, Map<String, String> info, ServerFacts server) {
        this.answers = answers;
        this.info = info;
        this.server = server;
    }

    void tell(FactSheet sheet) {
        Answer aboutPolicy = answers.setting("maxmemory-policy");
        Answer aboutLimit = answers.setting("maxmemory");
        String policy = either("maxmemory_policy", "maxmemory-policy");
        String limit = either("maxmemory", "maxmemory");
        sheet.put("maxmemory_policy", policy, answers.info(), aboutPolicy);
        sheet.put("maxmemory_limited", limit == null ? null : yesNo(!limit.equals("0")), answers.info(), aboutLimit);
        sheet.put("behaviour.memory_full", whenFull(policy, limit), answers.info(), aboutPolicy, aboutLimit);

        Answer aboutAof = answers.setting("appendonly");
        String aof = info.containsKey("aof_enabled") ? info.get("aof_enabled") : answers.value("appendonly");
        sheet.put("aof_enabled", aof == null ? null : yesNo(aof.matches("[1-9y].*")), answers.info(), aboutAof);
        String save = answers.value("save");
        sheet.put("rdb_enabled", save == null ? null : yesNo(!save.isBlank()), answers.setting("save"));

        String lastSave = info.get("rdb_last_bgsave_status");
        sheet.put("last_snapshot_succeeded", lastSave == null ? null : yesNo(lastSave.equals("ok")), answers.info());

        sheet.put("databases", databases(), answers.setting("databases"));
        sheet.put("notify_keyspace_events", keyspaceEvents(), answers.setting("notify-keyspace-events"));
        sheet.put("setting.timeout", answers.value("timeout"), answers.setting("timeout"));
        sheet.put(
                "setting.proto-max-bulk-len",
                answers.value("proto-max-bulk-len"),
                answers.setting("proto-max-bulk-len"));
    }

    private static @Nullable String whenFull(@Nullable String policy, @Nullable String limit) {
        if ("0".equals(limit)) {
            return "grows";
        }
        if (policy == null || limit == null) {
            return null;
        }
        if (policy.startsWith("allkeys")) {
            return "evicts any key";
        }
        return policy.equals("noeviction") ? "refuses writes" : "evicts keys with expiry";
    }

    /** A cluster of Redis has one database whatever the setting says; that of Valkey 9 can have more. */
    private @Nullable String databases() {
        String databases = answers.value("databases");
        return databases != null && "cluster".equals(server.mode()) && server.isProduct("redis") ? "1" : databases;
    }

    private @Nullable String keyspaceEvents() {
        String events = answers.value("notify-keyspace-events");
        return events != null && events.contains("A") ? events + ALL_EVENTS : events;
    }

    private @Nullable String either(String field, String setting) {
        return info.containsKey(field) ? info.get(field) : answers.value(setting);
    }

    private static String yesNo(boolean value) {
        return value ? "yes" : "no";
    }
}
