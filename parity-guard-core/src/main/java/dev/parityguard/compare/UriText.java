package dev.parityguard.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URI as clients of backing services read it: {@code jdbc:} prefixes and several hosts are common there, and
 * {@link java.net.URI} takes neither apart.
 *
 * @param scheme in lower case, with {@code jdbc:} and the driver's part where there is one
 * @param hosts each as written, with its port
 * @param password from the user information or a parameter, or null
 */
record UriText(String scheme, List<String> hosts, @Nullable String password) {
    static final int MAX_PORT = 65_535;

    private static final Pattern SCHEME = Pattern.compile("(?i)((?:jdbc:)?[a-z][a-z0-9+.-]*):(.+)");
    private static final Pattern PASSWORD = Pattern.compile("(?i)[?&;](?:password|passwd|pwd|secret)=([^&;]*)");
    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");
    private static final Set<String> THIS_MACHINE = Set.of(
            "localhost",
            "localhost.localdomain",
            "ip6-localhost",
            "::",
            "::1",
            "0:0:0:0:0:0:0:1",
            "0.0.0.0",
            "host.docker.internal",
            "gateway.docker.internal",
            "host.containers.internal");

    /** Takes a text apart; null when it has no scheme. */
    static @Nullable UriText parse(String text) {
        Matcher form = SCHEME.matcher(text);
        if (!form.matches()) {
            return null;
        }
        String authority = authority(form.group(2));
        int at = authority.lastIndexOf('@');
        String user = at < 0 ? "" : authority.substring(0, at);
        Matcher parameter = PASSWORD.matcher(text);
        String password = user.contains(":")
                ? user.substring(user.indexOf(':') + 1)
                : parameter.find() ? parameter.group(1) : null;
        return new UriText(form.group(1).toLowerCase(Locale.ROOT), hosts(authority.substring(at + 1)), password);
    }

    /** The hosts of a text that is a URI, or a list of hosts with or without ports. */
    static List<String> hostsOf(String text) {
        UriText uri = text.contains("//") ? parse(text) : null;
        return uri == null ? hosts(text) : uri.hosts();
    }

    /** Whether a host, with or without port, is the machine (or the container's host) that the process runs on. */
    static boolean isThisMachine(String host) {
        String name = withoutPort(host).toLowerCase(Locale.ROOT);
        return THIS_MACHINE.contains(name)
                || name.endsWith(".localhost")
                || name.matches("(?:::ffff:)?127(?:\\.[0-9]{1,3}){1,3}");
    }

    /** What is wrong with the text as a URI, in words, or null. */
    static @Nullable String flaw(String text) {
        if (text.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
            return "it holds blanks or control characters";
        }
        UriText uri = parse(text);
        if (uri == null) {
            return "it has no scheme";
        }
        boolean jdbc = uri.scheme.startsWith("jdbc:");
        if (!jdbc && text.matches("[^:/?#]+:[0-9]{1,5}(?:/.*)?")) {
            return "it is a host and a port without a scheme";
        }
        if (!jdbc && BAD_ESCAPE.matcher(text).find()) {
            return "a percent sign in it is not followed by two hexadecimal digits";
        }
        return !jdbc && text.contains("://") && !uri.hosts.stream().allMatch(UriText::hasReadablePort)
                ? "what follows its host is no port number"
                : null;
    }

    private static boolean hasReadablePort(String host) {
        int colon = host.lastIndexOf(':');
        String port = colon <= host.lastIndexOf(']') ? "" : host.substring(colon + 1);
        return port.isEmpty() || (port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= MAX_PORT);
    }

    /** What stands between {@code //} and the path, the query or the properties. */
    private static String authority(String afterScheme) {
        int slashes = afterScheme.indexOf("//");
        return slashes < 0 ? "" : afterScheme.substring(slashes + 2).split("[/?#;]", 2)[0];
    }

    private static List<String> hosts(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .map(host -> host.contains("://") ? host.substring(host.indexOf("://") + 3) : host)
                .filter(host -> !host.isEmpty())
                .toList();
    }

    private static String withoutPort(String host) {
        if (host.startsWith("[")) {
            return host.substring(1, Math.max(1, host.indexOf(']')));
        }
        int colon = host.indexOf(':');
        return colon < 0 || colon != host.lastIndexOf(':') ? host : host.substring(0, colon);
    }
}
