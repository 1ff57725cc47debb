package dev.parityguard.service.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
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
import software.amazon.awssdk.http.SdkHttpResponse;

/** Sees one request and its answer as they are on the wire. Used by one thread for one request. */
final class Recorder implements ExecutionInterceptor {
    private static final int MAX_BODY = 64 * 1024;
    private static final int MAX_PROLOG = 80;

    private @Nullable URI sent;
    private int status;
    private final Map<String, String> headers = new HashMap<>();
    private byte[] body = new byte[0];
    private boolean brokenOff;

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
            if (name != null && !values.isEmpty()) {
                headers.put(name.toLowerCase(Locale.ROOT), values.get(0));
            }
        });
        return response;
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
            return new SequenceInputStream(new ByteArrayInputStream(body), content);
        });
    }

    /** What was recorded; {@code thrown} is what the client made of it, or null. */
    Answer answer(@Nullable Throwable thrown) {
        if (status > 0 && !brokenOff) {
            return new Answer(sent, status, headers, XmlElement.parse(body), prolog(), null);
        }
        return Answer.none(sent, Failure.of(thrown == null ? new IOException() : thrown, sent));
    }

    private String prolog() {
        String beginning = new String(body, 0, Math.min(body.length, MAX_PROLOG), StandardCharsets.UTF_8);
        int end = beginning.indexOf("?>");
        return beginning.startsWith("<?xml") && end > 0 ? beginning.substring(0, end + 2) : "";
    }
}
