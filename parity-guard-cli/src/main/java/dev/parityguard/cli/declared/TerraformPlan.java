package dev.parityguard.cli.declared;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code terraform show -json} tells of a plan or a state: the managed services, their versions and parameters. */
final class TerraformPlan {
    private static final Pattern CLOUD_SQL = Pattern.compile("(POSTGRES|MYSQL)_(\\d+)(?:_(\\d+))?.*");
    private static final Pattern MAYBE_A_SERVICE = Pattern.compile(
            ".*(_db_|rds|sql|redis|valkey|cache|memorydb|mq_|rabbit|kafka|msk_|elasticsearch|opensearch|mongo|docdb).*");

    private final Map<String, Map<String, String>> groups = new HashMap<>();
    private final List<Declared> services = new ArrayList<>();
    private final List<Declaration.Remark> remarks = new ArrayList<>();

    private TerraformPlan() {}

    static boolean isOne(Yaml document) {
        return document.text("format_version") != null && root(document) != null;
    }

    static Declaration read(Yaml document, Path file) {
        TerraformPlan plan = new TerraformPlan();
        List<Yaml> resources = new ArrayList<>();
        collect(root(document), resources, 0);
        resources.forEach(plan::group);
        resources.forEach(plan::resource);
        return new Declaration(file.toString(), plan.services, plan.remarks);
    }

    private static @Nullable Yaml root(Yaml document) {
        Yaml planned = document.at("planned_values", "root_module");
        return planned == null ? document.at("values", "root_module") : planned;
    }

    private static void collect(@Nullable Yaml module, List<Yaml> resources, int depth) {
        if (module == null || depth > 50) {
            return;
        }
        items(module, "resources").stream()
                .filter(resource -> !"data".equals(resource.text("mode")))
                .forEach(resources::add);
        items(module, "child_modules").forEach(child -> collect(child, resources, depth + 1));
    }

    private void group(Yaml resource) {
        String type = String.valueOf(resource.text("type"));
        String name = resource.text("values", "name");
        if (!type.endsWith("_parameter_group") || name == null) {
            return;
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        Yaml values = resource.get("values");
        if (values != null) {
            pairs(items(values, "parameter"), parameters);
        }
        groups.put(name, parameters);
    }

    private void resource(Yaml resource) {
        String type = String.valueOf(resource.text("type"));
        String name = String.valueOf(resource.text("name"));
        Yaml values = resource.get("values");
        if (values == null || type.endsWith("_parameter_group")) {
            return;
        }
        switch (type) {
            case "aws_db_instance", "aws_rds_cluster", "aws_elasticache_cluster", "aws_elasticache_replication_group" ->
                amazon(name, resource, values);
            case "google_sql_database_instance" -> google(name, resource, values);
            case "azurerm_postgresql_flexible_server" ->
                add(name, resource, "postgresql", "postgresql", values.text("version"), Map.of());
            case "azurerm_mysql_flexible_server" ->
                add(name, resource, "mysql", "mysql", values.text("version"), Map.of());
            case "aws_s3_bucket_versioning" -> versioning(name, resource, values);
            default -> {
                if (MAYBE_A_SERVICE.matcher(type).matches()) {
                    remark(name, resource, "the resource " + type + " is not known here");
                }
            }
        }
    }

    private void amazon(String name, Yaml resource, Yaml values) {
        String engine = String.valueOf(values.text("engine")).toLowerCase(Locale.ROOT);
        String kind = engine.contains("postgres")
                ? "postgresql"
                : engine.contains("mysql") || engine.equals("mariadb")
                        ? "mysql"
                        : engine.equals("redis") || engine.equals("valkey") ? "redis" : null;
        if (kind == null) {
            remark(name, resource, "the engine " + engine + " is not known here");
            return;
        }
        String group = values.text("parameter_group_name") == null
                ? values.text("db_cluster_parameter_group_name")
                : values.text("parameter_group_name");
        Map<String, String> parameters = group == null ? Map.of() : groups.getOrDefault(group, Map.of());
        if (group != null && !groups.containsKey(group) && !group.startsWith("default.")) {
            remark(
                    name,
                    resource,
                    "the parameter group " + group + " is not in this plan, so its parameters are not known");
        }
        String product = engine.startsWith("aurora") ? null : engine.equals("postgres") ? "postgresql" : engine;
        add(name, resource, kind, product, values.text("engine_version"), parameters);
    }

    private void google(String name, Yaml resource, Yaml values) {
        Matcher version = CLOUD_SQL.matcher(String.valueOf(values.text("database_version")));
        if (!version.matches()) {
            remark(name, resource, "its database_version is not known here");
            return;
        }
        Map<String, String> flags = new LinkedHashMap<>();
        items(values, "settings").forEach(settings -> pairs(items(settings, "database_flags"), flags));
        boolean postgres = version.group(1).equals("POSTGRES");
        String numbers = version.group(3) == null ? version.group(2) : version.group(2) + "." + version.group(3);
        String product = postgres ? "postgresql" : "mysql";
        add(name, resource, product, product, numbers, flags);
    }

    private void versioning(String name, Yaml resource, Yaml values) {
        for (Yaml configuration : items(values, "versioning_configuration")) {
            String status = configuration.text("status");
            if (status != null) {
                String told = status.equals("Disabled") ? "off" : status;
                services.add(Declared.managed(name, resource.line(), "s3", Map.of("setting.versioning", told)));
            }
        }
    }

    private void add(
            String name,
            Yaml resource,
            String kind,
            @Nullable String product,
            @Nullable String version,
            Map<String, String> parameters) {
        Map<String, String> facts = new LinkedHashMap<>();
        if (product != null) {
            facts.put("product", product);
        }
        if (version != null) {
            facts.put("version", version);
        } else {
            remark(name, resource, "no version is said, so whatever is the default on the day is started");
        }
        List<String> command = new ArrayList<>();
        parameters.forEach((parameter, value) -> command.add("--" + parameter + "=" + value));
        services.add(new Declared(name, resource.line(), null, command, Map.of(), true, facts, kind));
    }

    private static void pairs(List<Yaml> from, Map<String, String> into) {
        for (Yaml pair : from) {
            String name = pair.text("name");
            String value = pair.text("value");
            if (name != null && value != null) {
                into.put(name, value);
            }
        }
    }

    private static List<Yaml> items(Yaml place, String key) {
        Yaml items = place.get(key);
        return items == null ? List.of() : items.items();
    }

    private void remark(String about, Yaml place, String sentence) {
        remarks.add(new Declaration.Remark(about, place.line(), sentence));
    }
}
