package dev.parityguard.service.mysql;

import dev.parityguard.fact.Facts;
import dev.parityguard.service.jdbc.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the session goes by, and what the server would give to a new one. */
final class Variables {
    /** What is read only to make other facts of it. */
    private static final Set<String> SIGNALS =
            Set.of("aurora_version", "basedir", "memsql_version", "server_uuid", "system_time_zone", "version");

    /** Where a driver or a pool speaks for the session, but other programs get the server's own. */
    private static final Set<String> TOLD_OF_THE_SERVER_TOO = Set.of("sql_mode", "time_zone", "transaction_isolation");

    private static final Set<String> UTC = Set.of("UTC", "+00:00", "Etc/UTC", "GMT", "Etc/GMT", "Zulu");

    private final Map<String, String> session = new HashMap<>();
    private final Map<String, String> global = new HashMap<>();

    Variables(List<Row> rows, String driver) {
        for (Row row : rows) {
            // MariaDB gives the names in upper case, in any order.
            String name = row.name().toLowerCase(Locale.ROOT);
            ("session".equals(row.source()) ? session : global).put(name, String.valueOf(row.value()));
        }
        if (driver.contains("MariaDB")) {
            withoutModeOfTheDriver();
        }
    }

    @Nullable
    String session(String name) {
        return session.get(name);
    }

    void putFacts(Facts.Builder facts) {
        for (String name : session.keySet()) {
            if (SIGNALS.contains(name)) {
                continue;
            }
            String fact = factName(name);
            String value = spelled(name, session);
            String ofTheServer = global.containsKey(name) ? spelled(name, global) : null;
            String source = ofTheServer == null ? null : ofTheServer.equals(value) ? "server" : "client";
            facts.put("setting." + fact, value, source);
            if (TOLD_OF_THE_SERVER_TOO.contains(fact)) {
                facts.put("server_setting." + fact, ofTheServer);
            }
        }
    }

    /** MySQL 5.7 and MariaDB 11 have both names, MySQL 8 only the new and older MariaDB only the old one. */
    private static String factName(String variable) {
        return variable.equals("tx_isolation") ? "transaction_isolation" : variable;
    }

    private @Nullable String spelled(String name, Map<String, String> scope) {
        String value = scope.get(name);
        if (!name.equals("time_zone") || value == null) {
            return value;
        }
        String zone = value.equals("SYSTEM") ? global.getOrDefault("system_time_zone", value) : value;
        return UTC.contains(zone) ? "UTC" : zone;
    }

    /** MariaDB Connector/J 3 sets IGNORE_SPACE for its own statements, whatever the server has. */
    private void withoutModeOfTheDriver() {
        List<String> modes =
                new ArrayList<>(List.of(session.getOrDefault("sql_mode", "").split(",")));
        List<String> ofTheServer = List.of(global.getOrDefault("sql_mode", "").split(","));
        if (!ofTheServer.contains("IGNORE_SPACE") && modes.remove("IGNORE_SPACE")) {
            session.put("sql_mode", String.join(",", modes));
        }
    }
}
