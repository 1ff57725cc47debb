package dev.parityguard.service.rabbitmq;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where the management API is, and who asks. */
record ManagementUrl(String root, @Nullable Credentials credentials) {

    /** Reads {@code http[s]://[user:password@]host[:port][/prefix]}; null when it is something else. Never throws. */
    static @Nullable ManagementUrl parse(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme();
            if (uri.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
                return null;
            }
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            String prefix = uri.getRawPath().replaceFirst("/+$", "").replaceFirst("/api$", "");
            return new ManagementUrl(
                    scheme + "://" + uri.getHost() + port + prefix + "/api/", credentials(uri.getRawUserInfo()));
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** The address of one question, with each {} of it replaced by the next of the names. */
    URL of(String question, String... names) throws MalformedURLException {
        String path = question;
        for (String name : names) {
            String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
            path = path.replaceFirst("\\{}", encoded);
        }
        return URI.create(root + path).toURL();
    }

    private static @Nullable Credentials credentials(@Nullable String userInfo) {
        if (userInfo == null) {
            return null;
        }
        int colon = userInfo.indexOf(':');
        return colon < 0
                ? new Credentials(decoded(userInfo), "")
                : new Credentials(decoded(userInfo.substring(0, colon)), decoded(userInfo.substring(colon + 1)));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
