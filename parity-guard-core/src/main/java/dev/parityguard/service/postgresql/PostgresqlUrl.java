package dev.parityguard.service.postgresql;

import dev.parityguard.target.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL server is, read from a URL as {@code libpq} or as the JDBC driver writes it. Keeps user, password
 * and parameters apart from the address, so that no text with an address holds a secret.
 */
final class PostgresqlUrl {
    private static final int DEFAULT_PORT = 5432;
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}._~%-]{1,255}|\\[[0-9A-Fa-f:.%]{2,60}]");

    /** What {@code libpq} calls a parameter, and what the driver calls it. Others belong to other clients. */
    private static final Map<String, String> LIBPQ = Map.ofEntries(
            Map.entry("sslmode", "sslmode"),
            Map.entry("sslrootcert", "sslrootcert"),
            Map.entry("sslcert", "sslcert"),
            Map.entry("sslkey", "sslkey"),
            Map.entry("sslpassword", "sslpassword"),
            Map.entry("sslnegotiation", "sslNegotiation"),
            Map.entry("channel_binding", "channelBinding"),
            Map.entry("options", "options"),
            Map.entry("gssencmode", "gssEncMode"),
            Map.entry("krbsrvname", "kerberosServerName"));

    private static final Map<String, String> TARGET_SESSION = Map.of(
            "any", "any",
            "read-write", "primary",
            "primary", "primary",
            "read-only", "secondary",
            "standby", "secondary",
            "prefer-standby", "preferSecondary");

    private final String hosts;
    private final String database;
    private final @Nullable String user;
    private final @Nullable Secret password;
    private final Map<String, Secret> parameters;

    private PostgresqlUrl(
            String hosts,
            String database,
            @Nullable String user,
            @Nullable Secret password,
            Map<String, Secret> parameters) {
        this.hosts = hosts;
        this.database = database;
        this.user = user;
        this.password = password;
        this.parameters = parameters;
    }

    /**
     * Reads a URL.
     *
     * @throws IllegalArgumentException when it is none; the message holds nothing of the URL
     */
    static PostgresqlUrl parse(String text) {
        String url = text.strip();
        boolean jdbc = url.regionMatches(true, 0, "jdbc:", 0, 5);
        String rest = jdbc ? url.substring(5) : url;
        int colon = rest.indexOf(':');
        String scheme = colon < 0 ? "" : rest.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!scheme.equals("postgresql") && (jdbc || !scheme.equals("postgres"))) {
            throw new IllegalArgumentException("its scheme is not postgresql");
        }
        return parse(rest.substring(colon + 1), jdbc);
    }

    private static PostgresqlUrl parse(String afterScheme, boolean jdbc) {
        int question = afterScheme.indexOf('?');
        Map<String, String> parameters = parameters(question < 0 ? "" : afterScheme.substring(question + 1), jdbc);
        String address = question < 0 ? afterScheme : afterScheme.substring(0, question);
        String path = address;
        String authority = "";
        if (address.startsWith("//")) {
            int slash = address.indexOf('/', 2);
            authority = address.substring(2, slash < 0 ? address.length() : slash);
            path = slash < 0 ? "" : address.substring(slash);
        } else if (!jdbc) {
            throw new IllegalArgumentException("it lacks // after the scheme");
        }
        int at = authority.lastIndexOf('@');
        String[] credentials =
                at < 0 ? new String[0] : authority.substring(0, at).split(":", 2);
        String user =
                credentials.length > 0 ? PercentEncoding.decode(credentials[0], false) : parameters.remove("user");
        String password =
                credentials.length > 1 ? PercentEncoding.decode(credentials[1], false) : parameters.remove("password");
        String database = PercentEncoding.decode(path.startsWith("/") ? path.substring(1) : path, jdbc);
        String named = jdbc ? null : parameters.remove("dbname");
        String hosts = hosts(authority.substring(at + 1), jdbc ? Map.of() : parameters);
        return new PostgresqlUrl(
                hosts,
                named == null ? database : named,
                user == null || user.isEmpty() ? null : user,
                password == null ? null : Secret.of(password),
                jdbc ? secrets(parameters) : forDriver(parameters));
    }

    /** The URL for the driver: address and database only. */
    String driverUrl() {
        return "jdbc:postgresql://" + hosts + "/" + PercentEncoding.encode(database);
    }

    /** What the driver needs beside the URL, secrets included: for the driver only. */
    Properties driverProperties() {
        Properties properties = new Properties();
        parameters.forEach((name, value) -> properties.setProperty(name, value.reveal()));
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password.reveal());
        }
        return properties;
    }

    @Override
    public String toString() {
        return driverUrl();
    }

    private static String hosts(String authority, Map<String, String> parameters) {
        String hostParameter = parameters.get("host");
        String portParameter = parameters.get("port");
        List<String> hosts = new ArrayList<>();
        for (String part : (authority.isEmpty() && hostParameter != null ? hostParameter : authority).split(",", -1)) {
            int bracket = part.lastIndexOf(']');
            int colon = part.indexOf(':', Math.max(bracket, 0));
            String host = PercentEncoding.decode(colon < 0 ? part : part.substring(0, colon), false);
            String port = colon < 0 ? portParameter : part.substring(colon + 1);
            if (host.startsWith("/") || host.startsWith("@")) {
                throw new IllegalArgumentException("it names a Unix socket, which the driver cannot use");
            }
            if (!host.isEmpty() && !HOST.matcher(host).matches()) {
                throw new IllegalArgumentException("its host is malformed");
            }
            hosts.add((host.isEmpty() ? "localhost" : host) + ":" + port(port));
        }
        return String.join(",", hosts);
    }

    private static int port(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return DEFAULT_PORT;
        }
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("its port is not a number from 1 to 65535");
        }
        return port;
    }

    private static Map<String, String> parameters(String query, boolean plusIsBlank) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        PercentEncoding.decode(pair.substring(0, equals), plusIsBlank),
                        PercentEncoding.decode(pair.substring(equals + 1), plusIsBlank));
            }
        }
        return parameters;
    }

    private static Map<String, Secret> forDriver(Map<String, String> parameters) {
        Map<String, String> known = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            String driverName = LIBPQ.get(name);
            if (driverName != null) {
                known.put(driverName, value);
            } else if (name.equals("target_session_attrs") && TARGET_SESSION.containsKey(value)) {
                known.put("targetServerType", TARGET_SESSION.get(value));
            }
        });
        return secrets(known);
    }

    private static Map<String, Secret> secrets(Map<String, String> parameters) {
        Map<String, Secret> secrets = new LinkedHashMap<>();
        parameters.forEach((name, value) -> secrets.put(name, Secret.of(value)));
        return secrets;
    }
}
