package dev.parityguard.cli.declared;

import dev.parityguard.fact.Facts;
import dev.parityguard.profile.Profile;
import dev.parityguard.profile.ServiceExpectation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

/** A Compose file with a profile's services: the same products, versions, locales and settings. */
public final class ComposeText {
    /** What a session or a database inherits from the server, and what changes how statements behave. */
    private static final List<String> POSTGRESQL = List.of(
            "TimeZone",
            "DateStyle",
            "IntervalStyle",
            "bytea_output",
            "default_transaction_isolation",
            "default_text_search_config",
            "idle_in_transaction_session_timeout",
            "idle_session_timeout",
            "jit",
            "lock_timeout",
            "row_security",
            "standard_conforming_strings",
            "statement_timeout",
            "timezone_abbreviations",
            "transaction_timeout",
            "transform_null_equals",
            "wal_level");

    private static final List<String> MYSQL = List.of(
            "sql_mode",
            "time_zone",
            "transaction_isolation",
            "character_set_server",
            "collation_server",
            "lower_case_table_names",
            "explicit_defaults_for_timestamp",
            "group_concat_max_len",
            "max_allowed_packet",
            "innodb_lock_wait_timeout",
            "div_precision_increment",
            "default_week_format");

    /** Readers of YAML 1.1 take these words for switches. */
    private static final class Quoting extends StandardRepresenter {
        private static final Pattern SWITCH = Pattern.compile("(?i)y|n|yes|no|on|off");

        Quoting(DumpSettings settings) {
            super(settings);
        }

        @Override
        protected Node representScalar(Tag tag, String value, ScalarStyle style) {
            return super.representScalar(
                    tag, value, SWITCH.matcher(value).matches() ? ScalarStyle.DOUBLE_QUOTED : style);
        }
    }

    private final Map<String, Object> services = new LinkedHashMap<>();
    private final Map<String, String> leftOut = new LinkedHashMap<>();

    private ComposeText() {}

    /**
     * What was written.
     *
     * @param text the file
     * @param leftOut why a service is not in it, by service
     */
    public record Written(String text, Map<String, String> leftOut) {}

    /** The file for that profile. */
    public static Written of(Profile profile) {
        ComposeText compose = new ComposeText();
        profile.services().forEach(compose::service);
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setDefaultScalarStyle(ScalarStyle.PLAIN)
                .setIndent(2)
                .setWidth(120)
                .setSplitLines(false)
                .build();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("services", compose.services);
        return new Written(
                "# Written by parity-guard compose write from the profile \""
                        + profile.name().replaceAll("\\R", " ")
                        + "\": what production runs, at another scale.\n"
                        + new Dump(settings, new Quoting(settings)).dumpToString(document),
                compose.leftOut);
    }

    private void service(String name, ServiceExpectation expected) {
        String product = value(expected, "product");
        String version = value(expected, "version");
        if (product == null) {
            leftOut.put(name, "the profile does not say which product it is");
            return;
        }
        String image = Image.of(product);
        if (image == null || version == null) {
            leftOut.put(
                    name,
                    image == null ? "no image of " + product + " is known" : "the profile does not say its version");
            return;
        }
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("image", image + ":" + version);
        switch (expected.kind()) {
            case "postgresql" -> postgresql(name, expected, service);
            case "mysql" -> mysql(name, product, expected, service);
            default -> redis(product, expected, service);
        }
        services.put(name, service);
    }

    private static void postgresql(String name, ServiceExpectation expected, Map<String, Object> service) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("POSTGRES_PASSWORD", password(name));
        String arguments = initdb(expected);
        if (!arguments.isEmpty()) {
            environment.put("POSTGRES_INITDB_ARGS", arguments);
        }
        service.put("environment", environment);
        List<String> command = new ArrayList<>(List.of("postgres"));
        for (String setting : POSTGRESQL) {
            String value = value(expected, "setting." + setting);
            if (value != null && !value.contains("$")) {
                command.add("-c");
                command.add(setting + "=" + value);
            }
        }
        service.put("command", command);
        service.put("ports", List.of("127.0.0.1::5432"));
        health(service, "pg_isready -U postgres");
    }

    private static String initdb(ServiceExpectation expected) {
        List<String> arguments = new ArrayList<>();
        argument(arguments, "--encoding=", value(expected, "encoding"));
        String provider = value(expected, "locale_provider");
        argument(arguments, "--locale-provider=", provider == null || provider.equals("libc") ? null : provider);
        argument(arguments, "--lc-collate=", value(expected, "collation"));
        argument(arguments, "--lc-ctype=", value(expected, "ctype"));
        return String.join(" ", arguments);
    }

    private static void argument(List<String> arguments, String option, @Nullable String value) {
        if (value != null && value.matches("[A-Za-z0-9_.@-]+")) {
            arguments.add(option + value);
        }
    }

    private static void mysql(String name, String product, ServiceExpectation expected, Map<String, Object> service) {
        boolean mariadb = product.equals("mariadb");
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put(mariadb ? "MARIADB_ROOT_PASSWORD" : "MYSQL_ROOT_PASSWORD", password(name));
        service.put("environment", environment);
        List<String> command = new ArrayList<>(List.of(mariadb ? "mariadbd" : "mysqld"));
        for (String setting : MYSQL) {
            String server = value(expected, "server_setting." + setting);
            String value = server == null ? value(expected, "setting." + setting) : server;
            if (value != null && !value.contains("$")) {
                String option = setting.equals("time_zone") ? "default_time_zone" : setting;
                command.add("--" + option.replace('_', '-') + "=" + value);
            }
        }
        service.put("command", command);
        service.put("ports", List.of("127.0.0.1::3306"));
        health(service, mariadb ? "healthcheck.sh --connect --innodb_initialized" : "mysqladmin ping -h 127.0.0.1");
    }

    private static void redis(String product, ServiceExpectation expected, Map<String, Object> service) {
        List<String> command = new ArrayList<>(List.of(product.equals("valkey") ? "valkey-server" : "redis-server"));
        option(command, "--maxmemory-policy", value(expected, "maxmemory_policy"));
        option(command, "--maxmemory", "yes".equals(value(expected, "maxmemory_limited")) ? "128mb" : null);
        option(command, "--appendonly", value(expected, "aof_enabled"));
        option(command, "--databases", value(expected, "databases"));
        String events = value(expected, "notify_keyspace_events");
        option(command, "--notify-keyspace-events", events == null || events.isBlank() ? null : events);
        service.put("command", command);
        service.put("ports", List.of("127.0.0.1::6379"));
        health(service, (product.equals("valkey") ? "valkey-cli" : "redis-cli") + " ping | grep PONG");
    }

    private static void option(List<String> command, String name, @Nullable String value) {
        if (value != null && !value.contains("$")) {
            command.add(name);
            command.add(value);
        }
    }

    private static void health(Map<String, Object> service, String command) {
        Map<String, Object> check = new LinkedHashMap<>();
        check.put("test", List.of("CMD-SHELL", command));
        check.put("interval", "2s");
        check.put("timeout", "3s");
        check.put("retries", 30);
        service.put("healthcheck", check);
    }

    private static String password(String name) {
        String variable = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "_PASSWORD";
        return "${" + variable + ":?set it in .env}";
    }

    /** The captured value: the first where production has several, none where it was cut. */
    private static @Nullable String value(ServiceExpectation expected, String fact) {
        List<String> values = expected.facts().get(fact);
        return values == null || values.get(0).length() >= Facts.MAX_VALUE_LENGTH ? null : values.get(0);
    }
}
