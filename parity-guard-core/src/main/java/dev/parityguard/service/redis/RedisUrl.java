package dev.parityguard.service.redis;

import dev.parityguard.target.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of {@code redis[s]://[[user]:password@]host[:port][/database]}.
 *
 * @param user the ACL user, or null for the default one
 * @param password the password, or null when there is none
 * @param database the database to select, or null when the URL names none
 */
record RedisUrl(
        boolean tls,
        String host,
        int port,
        @Nullable String user,
        @Nullable Secret password,
        @Nullable String database) {
    private static final Pattern FORM = Pattern.compile("(?i)(?:redis|valkey)(s?)://(?:([^/?#]*)@)?"
            + "(?:\\[([0-9a-f:.%]+)]|([^\\s:/?#@\\[\\]]+))(?::([0-9]{1,5}))?(?:/([0-9]{0,9}))?(?:\\?([^#]*))?");
    private static final Pattern DATABASE_PARAMETER = Pattern.compile("(?:^|&)(?:db|database)=([0-9]{1,9})(?:&|$)");
    private static final int DEFAULT_PORT = 6379;
    private static final int HIGHEST_PORT = 65_535;

    /** Reads a URL; null when it is none of this form. Never throws. */
    static @Nullable RedisUrl parse(String url) {
        Matcher parts = FORM.matcher(url);
        if (!parts.matches()) {
            return null;
        }
        int port = parts.group(5) == null ? DEFAULT_PORT : Integer.parseInt(parts.group(5));
        if (port < 1 || port > HIGHEST_PORT) {
            return null;
        }
        String userInfo = parts.group(2) == null ? "" : parts.group(2);
        int colon = userInfo.indexOf(':');
        String user = decoded(userInfo.substring(0, Math.max(colon, 0)));
        // Without a colon the text is a password: passwords are older than users.
        String password = decoded(userInfo.substring(colon + 1));
        String host = parts.group(3) != null ? parts.group(3) : parts.group(4);
        return new RedisUrl(
                !parts.group(1).isEmpty(),
                host,
                port,
                user.isEmpty() ? null : user,
                password.isEmpty() ? null : Secret.of(password),
                database(parts.group(6), parts.group(7)));
    }

    private static @Nullable String database(@Nullable String path, @Nullable String query) {
        if (path != null && !path.isEmpty()) {
            return path;
        }
        Matcher parameter = DATABASE_PARAMETER.matcher(query == null ? "" : query);
        return parameter.find() ? parameter.group(1) : null;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a percent sign of its own
        }
    }
}
