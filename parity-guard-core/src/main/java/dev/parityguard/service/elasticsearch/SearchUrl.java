package dev.parityguard.service.elasticsearch;

import dev.parityguard.target.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of {@code http[s]://[user:password@]host[:port][/path]}.
 *
 * @param path what comes before every path, without a slash at its end
 * @param authorization the header of that name, or null where there are no credentials
 */
record SearchUrl(
        boolean tls,
        String host,
        int port,
        String path,
        @Nullable Secret authorization) {
    private static final Pattern FORM = Pattern.compile("(?i)(?:(?:elasticsearch|opensearch)\\+)?http(s?)://"
            + "(?:([^/?#]*)@)?(?:\\[([0-9a-f:.%]+)]|([^\\s:/?#@\\[\\]]+))(?::([0-9]{1,5}))?((?:/[^\\s?#]*)?)");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int HIGHEST_PORT = 65_535;

    /** Reads a URL; null when it is none of this form. An API key counts more than a user. Never throws. */
    static @Nullable SearchUrl parse(String url, @Nullable Secret apiKey) {
        Matcher parts = FORM.matcher(url.strip());
        if (!parts.matches()) {
            return null;
        }
        boolean tls = !parts.group(1).isEmpty();
        int port = parts.group(5) == null ? (tls ? HTTPS : HTTP) : Integer.parseInt(parts.group(5));
        if (port < 1 || port > HIGHEST_PORT) {
            return null;
        }
        return new SearchUrl(
                tls,
                parts.group(3) != null ? parts.group(3) : parts.group(4),
                port,
                parts.group(6).replaceFirst("/+$", ""),
                apiKey == null ? basic(parts.group(2)) : header("ApiKey " + apiKey.reveal()));
    }

    /** What the header {@code Host} says. */
    String authority() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    private static @Nullable Secret basic(@Nullable String userInfo) {
        if (userInfo == null || userInfo.isEmpty()) {
            return null;
        }
        int colon = userInfo.indexOf(':');
        String user = decoded(colon < 0 ? userInfo : userInfo.substring(0, colon));
        String password = colon < 0 ? "" : decoded(userInfo.substring(colon + 1));
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return header("Basic " + Base64.getEncoder().encodeToString(both));
    }

    /** A line break in a key would begin a header of its own. */
    private static Secret header(String value) {
        return Secret.of(value.replaceAll("[\\r\\n]", ""));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a percent sign of its own
        }
    }
}
