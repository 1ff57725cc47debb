package dev.parityguard.service.elasticsearch;

import org.jspecify.annotations.Nullable;

/**
 * One question. All of them read, {@code _analyze} too, which takes its text from a body.
 *
 * @param path with its query
 * @param body JSON, or null
 * @param anonymous whether it goes without credentials
 */
record Request(String path, @Nullable String body, boolean anonymous) {
    static Request get(String path) {
        return new Request(path, null, false);
    }

    String method() {
        return body == null ? "GET" : "POST";
    }
}
