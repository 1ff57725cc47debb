package dev.parityguard.service.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Sees one request and its answer as they are on the wire, and keeps the answer from the SDK: what would be an exception
 * there is an answer here. Used by one thread for one request.
 */
final class Recorder implements ExecutionInterceptor {
    private static final int MAX_BODY = 64 * 1024;
    private static final int OK = 200;
    private static final int MAX_PROLOG = 80;

    private final SdkHttpMethod method;
    private final String key;
    private @Nullable URI sent;
    private int status;
    private final Map<String, String> headers = new HashMap<>();
    private byte[] body = new byte[0];
    private boolean brokenOff;

    /**
     * Turns a request for a bucket into another one.
     *
     * @param key the object asked for, or an empty text for the bucket itself
     */
    Recorder(SdkHttpMethod method, String key) {
        this.method = method;
        this.key = key;
    }

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        SdkHttpRequest.Builder request = context.httpRequest().toBuilder().method(method);
        if (!key.isEmpty()) {
            String bucket = request.encodedPath();
            request.encodedPath(bucket + (bucket.endsWith("/") ? "" : "/") + SdkHttpUtils.urlEncodeIgnoreSlashes(key));
        }
        return request.build();
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        sent = context.httpRequest().getUri();
    }

    @Override
    public SdkHttpResponse modifyHttpResponse(Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        SdkHttpResponse response = context.httpResponse();
        status = response.statusCode();
        headers.clear();
        response.forEachHeader((name, values) -> {
            if (name != null) {
                headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values));
            }
        });
        return response.toBuilder().statusCode(OK).build();
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        return context.responseBody().map(content -> {
            try {
                body = content.readNBytes(MAX_BODY);
            } catch (IOException e) {
                brokenOff = true;
                throw new UncheckedIOException(e);
            }
            return content;
        });
    }

    /** What was recorded; {@code thrown} is what the client made of it, or null. */
    Answer answer(@Nullable Throwable thrown) {
        if (status > 0 && !brokenOff) {
            return new Answer(sent, status, headers, XmlReader.root(body), prolog(), null);
        }
        return Answer.none(sent, Failure.of(thrown == null ? new IOException() : thrown, sent));
    }

    private String prolog() {
        String beginning = new String(body, 0, Math.min(body.length, MAX_PROLOG), StandardCharsets.UTF_8);
        int end = beginning.indexOf("?>");
        return beginning.startsWith("<?xml") && end > 0 ? beginning.substring(0, end + 2) : "";
    }
}
