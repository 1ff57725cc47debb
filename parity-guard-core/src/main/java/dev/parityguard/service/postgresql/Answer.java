package dev.parityguard.service.postgresql;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.service.jdbc.Instants;
import dev.parityguard.service.jdbc.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes facts of what the server answered. */
final class Answer {
    /** Zones that are and always were UTC: only their names differ. */
    private static final Set<String> UTC = Set.of(
            "UTC",
            "UCT",
            "Zulu",
            "Universal",
            "GMT",
            "GMT0",
            "GMT+0",
            "GMT-0",
            "Greenwich",
            "Etc/UTC",
            "Etc/UCT",
            "Etc/Zulu",
            "Etc/Universal",
            "Etc/GMT",
            "Etc/GMT0",
            "Etc/GMT+0",
            "Etc/GMT-0",
            "Etc/Greenwich");

    /** What is read only to make other facts of it. */
    private static final Set<String> SIGNALS = Set.of(
            "version_text",
            "server_version",
            "vendor_roles",
            "aurora",
            "database",
            "backend_pid",
            "server_address",
            "clock",
            "system_identifier");

    private final Map<String, Row> rows = new HashMap<>();
    private final String serverVersion;
    private final @Nullable Integer backendPid;
    private final boolean readOnly;
    private final Instants instants;

    Answer(List<Row> rows, String serverVersion, @Nullable Integer backendPid, boolean readOnly, Instants instants) {
        for (Row row : rows) {
            this.rows.put(row.name(), row);
        }
        this.serverVersion = serverVersion;
        this.backendPid = backendPid;
        this.readOnly = readOnly;
        this.instants = instants;
    }

    Observed observed(List<Unknown> notAsked, UnaryOperator<String> keyed) {
        Facts.Builder facts = Facts.builder();
        String ownVersion = value("server_version");
        Product product =
                Product.of(String.valueOf(value("version_text")), ownVersion == null ? serverVersion : ownVersion);
        facts.put("product", product.name());
        facts.put("version", product.version());
        if (rows.containsKey("vendor_roles")) {
            facts.put("platform", Platform.of(value("vendor_roles"), value("aurora") != null));
        }
        for (Row row : rows.values()) {
            if (!SIGNALS.contains(row.name())) {
                facts.put(row.name(), spelled(row), row.source());
            }
        }
        if (readOnly) {
            facts.put("writable", "no", "client");
        }
        String identifier = value("system_identifier");
        if (identifier != null) {
            facts.put("identity.cluster", keyed.apply(identifier));
            facts.put("identity.database", keyed.apply(identifier + "/" + value("database")));
        }
        String address = value("server_address");
        if (address != null) {
            facts.put("identity.address", keyed.apply(address));
        }
        String clock = value("clock");
        if (clock != null) {
            facts.putFlag("clock.agrees_with_this_machine", instants.agreeWith(Double.parseDouble(clock)));
        }
        String pid = value("backend_pid");
        if (pid != null && backendPid != null) {
            facts.putFlag("pooler", !pid.equals(backendPid.toString()));
        }
        return new Observed("postgresql", facts.build(), unknowns(notAsked));
    }

    private List<Unknown> unknowns(List<Unknown> notAsked) {
        List<Unknown> unknowns = new ArrayList<>(notAsked);
        String libraries = "setting.shared_preload_libraries";
        if (rows.containsKey("setting.search_path") && !rows.containsKey(libraries)) {
            unknowns.add(new Unknown(libraries, Cause.NOT_PERMITTED, "pg_read_all_settings"));
        }
        if (rows.containsKey("backend_pid") && backendPid == null) {
            unknowns.add(new Unknown("pooler", Cause.NOT_SUPPORTED, "the driver's own connection behind the pool"));
        }
        return unknowns;
    }

    private static @Nullable String spelled(Row row) {
        String value = row.value();
        if (value == null) {
            return null;
        }
        return switch (row.name()) {
            case "setting.TimeZone", "database_setting.TimeZone" -> UTC.contains(value) ? "UTC" : value;
            case "setting.search_path" -> value.replaceAll("\\s*,\\s*", ", ").strip();
            default -> value;
        };
    }

    private @Nullable String value(String name) {
        Row row = rows.get(name);
        return row == null ? null : row.value();
    }
}
