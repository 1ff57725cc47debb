package dev.parityguard.service.s3;

import dev.parityguard.target.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A URL of the form {@code s3://[access-key:secret-key@]bucket[?endpoint=…&region=…&path-style=true]}. Immutable.
 *
 * @param accessKey the user, or null where the SDK's own chain of credentials decides
 * @param secretKey the password, or null likewise
 */
record S3Address(
        String bucket,
        @Nullable String accessKey,
        @Nullable Secret secretKey,
        @Nullable URI endpoint,
        @Nullable String region,
        boolean pathStyle) {
    private static final String FORM = "s3://bucket?endpoint=…&region=…&path-style=true";

    /**
     * Reads a URL.
     *
     * @throws IllegalArgumentException when it is none of that form; the message holds nothing of it
     */
    static S3Address parse(Secret url) {
        String text = url.reveal().strip();
        if (!text.regionMatches(true, 0, "s3://", 0, 5)) {
            throw new IllegalArgumentException("the URL of an S3 bucket begins with s3://");
        }
        String rest = text.substring(5);
        int question = rest.indexOf('?');
        Map<String, String> query = query(question < 0 ? "" : rest.substring(question + 1));
        String place = question < 0 ? rest : rest.substring(0, question);
        int at = place.lastIndexOf('@');
        String bucket = place.substring(at + 1);
        if (bucket.endsWith("/")) {
            bucket = bucket.substring(0, bucket.length() - 1);
        }
        if (bucket.isEmpty() || !bucket.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException("the URL of an S3 bucket needs a bucket and no path: " + FORM);
        }
        String user = at < 0 ? "" : place.substring(0, at);
        int colon = user.indexOf(':');
        if (at >= 0 && (colon < 1 || colon == user.length() - 1)) {
            throw new IllegalArgumentException("the URL of an S3 bucket has a user without a password or the reverse");
        }
        return new S3Address(
                bucket,
                at < 0 ? null : decoded(user.substring(0, colon)),
                at < 0 ? null : Secret.of(decoded(user.substring(colon + 1))),
                endpoint(query.get("endpoint")),
                query.get("region"),
                Boolean.parseBoolean(query.get("path-style")));
    }

    private static Map<String, String> query(String text) {
        Map<String, String> query = new TreeMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            switch (name) {
                case "endpoint", "region", "path-style" ->
                    query.put(name, decoded(equals < 0 ? "" : pair.substring(equals + 1)));
                case "" -> {}
                default ->
                    throw new IllegalArgumentException("the URL of an S3 bucket has an unknown parameter: " + FORM);
            }
        }
        return query;
    }

    private static @Nullable URI endpoint(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            URI endpoint = new URI(text);
            String scheme = endpoint.getScheme();
            if (endpoint.getHost() != null && ("http".equals(scheme) || "https".equals(scheme))) {
                return endpoint;
            }
        } catch (URISyntaxException e) {
            // told below: the exception's own message would hold the text
        }
        throw new IllegalArgumentException("the endpoint in the URL of an S3 bucket is no http or https address");
    }

    private static String decoded(String text) {
        try {
            // A plus sign is part of many secret keys; only %20 is a blank here.
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the URL of an S3 bucket is not well percent-encoded");
        }
    }

    @Override
    public String toString() {
        return "s3://" + bucket;
    }
}
