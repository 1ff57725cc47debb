package dev.parityguard.quarkus.deployment;

import dev.parityguard.profile.ServiceExpectation;
import java.util.List;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the container of a service would be told to be like the server that the profile tells of, by key of Dev Services. */
final class ServiceContainer {
    private static final Pattern VERSION = Pattern.compile("\\d[\\w.]*");
    private static final Pattern OFFSET = Pattern.compile("[+-]\\d\\d:\\d\\d");
    /** Those that the image of PostgreSQL has; the database cannot be created with any other. */
    private static final Pattern IMAGE_LOCALE =
            Pattern.compile("C|POSIX|C\\.UTF-?8|en_US\\.UTF-?8", Pattern.CASE_INSENSITIVE);

    private static final List<String> POSTGRESQL_SETTINGS = List.of(
            "DateStyle",
            "IntervalStyle",
            "TimeZone",
            "array_nulls",
            "bytea_output",
            "default_text_search_config",
            "default_transaction_isolation",
            "idle_in_transaction_session_timeout",
            "jit",
            "lock_timeout",
            "row_security",
            "standard_conforming_strings",
            "statement_timeout",
            "transform_null_equals",
            "xmloption");

    private static final List<String> MYSQL_SETTINGS = List.of(
            "character_set_server",
            "collation_server",
            "default_storage_engine",
            "explicit_defaults_for_timestamp",
            "group_concat_max_len",
            "innodb_strict_mode",
            "lower_case_table_names",
            "sql_mode",
            "transaction_isolation");

    private final ServiceExpectation service;
    private final SortedMap<String, String> told = new TreeMap<>();

    private ServiceContainer(ServiceExpectation service) {
        this.service = service;
    }

    /** Empty when the product has no image, or several versions agree with the profile. */
    static SortedMap<String, String> of(ServiceExpectation service) {
        ServiceContainer container = new ServiceContainer(service);
        String product = container.fact("product");
        String version = container.fact("version");
        if (product != null && version != null && VERSION.matcher(version).matches()) {
            container.tell(product, version);
        }
        return container.told;
    }

    private void tell(String product, String version) {
        switch (product) {
            case "postgresql" -> {
                image("postgres", version);
                postgresql();
            }
            case "mysql", "mariadb" -> {
                image(product, version);
                mysql();
            }
            case "redis" -> image("redis", version);
            case "valkey" -> told.put("image-name", "docker.io/valkey/valkey:" + version);
            default -> {
                // No image that Dev Services would know what to do with.
            }
        }
    }

    private void image(String name, String version) {
        told.put("image-name", "docker.io/library/" + name + ":" + version);
    }

    private void postgresql() {
        StringJoiner command = new StringJoiner(" ");
        command.add("postgres -c fsync=off");
        for (String setting : POSTGRESQL_SETTINGS) {
            String value = word(fact("setting." + setting));
            if (value != null) {
                command.add("-c " + setting + "=" + value);
            }
        }
        told.put("command", command.toString());
        String locale = postgresqlLocale();
        if (locale != null) {
            String encoding = word(fact("encoding"));
            told.put(
                    "container-env.POSTGRES_INITDB_ARGS",
                    encoding == null ? locale : "--encoding=" + encoding + " " + locale);
        }
    }

    private @Nullable String postgresqlLocale() {
        String provider = fact("locale_provider");
        String collation = word(fact("collation"));
        if (provider == null || collation == null) {
            return null;
        }
        return switch (provider) {
            case "icu" -> "--locale-provider=icu --icu-locale=" + collation;
            case "builtin" -> "--locale-provider=builtin --builtin-locale=" + collation;
            default -> IMAGE_LOCALE.matcher(collation).matches() ? "--locale=" + collation : null;
        };
    }

    private void mysql() {
        StringJoiner command = new StringJoiner(" ");
        for (String setting : MYSQL_SETTINGS) {
            String value = word(serverSetting(setting));
            if (value != null) {
                command.add("--" + setting.replace('_', '-') + "=" + value);
            }
        }
        String zone = serverSetting("time_zone");
        // Zones with a name are loaded only once the server runs, and it does not start with one that it does not know.
        if (zone != null && OFFSET.matcher(zone).matches()) {
            command.add("--default-time-zone=" + zone);
        }
        if (command.length() > 0) {
            told.put("command", command.toString());
        }
    }

    private @Nullable String serverSetting(String name) {
        String value = fact("server_setting." + name);
        return value == null ? fact("setting." + name) : value;
    }

    private @Nullable String fact(String name) {
        List<String> values = service.facts().get(name);
        return values == null || values.size() != 1 ? null : values.get(0);
    }

    /** Dev Services split commands at blanks and know no quotes, so nothing with a blank can be told. */
    private static @Nullable String word(@Nullable String value) {
        String word = value == null ? null : value.replace(", ", ",");
        return word == null || word.chars().anyMatch(c -> Character.isWhitespace(c) || c == '"' || c == '$')
                ? null
                : word;
    }
}
