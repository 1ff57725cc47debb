package dev.parityguard.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** One object of a bucket, through a client of its own with the credentials that the AWS SDK finds. */
final class S3Source implements Fetch.Source {
    private final URI address;
    private volatile @Nullable S3Client client;

    S3Source(URI address) {
        this.address = address;
    }

    @Override
    public InputStream open(Duration time) throws IOException {
        String path = address.getPath();
        if (path == null || path.length() < 2) {
            throw new Fetch.Refusal("the address of an object is s3://bucket/key");
        }
        try {
            S3Client opened = client(time);
            client = opened;
            return opened.getObject(
                    request -> request.bucket(address.getAuthority()).key(path.substring(1)));
        } catch (S3Exception e) {
            String code = e.awsErrorDetails() == null
                    ? ""
                    : " (" + e.awsErrorDetails().errorCode() + ")";
            throw new Fetch.Refusal("the server answers with status " + e.statusCode() + code);
        } catch (SdkClientException e) {
            throw new Fetch.Refusal("the AWS SDK could not ask for it: no region, credentials, HTTP client or answer");
        }
    }

    private S3Client client(Duration time) {
        Map<String, String> query = query();
        S3ClientBuilder builder = S3Client.builder()
                .forcePathStyle(Boolean.parseBoolean(query.get("path-style")))
                .overrideConfiguration(configuration -> configuration.apiCallTimeout(time));
        if (query.containsKey("endpoint")) {
            builder.endpointOverride(URI.create(query.get("endpoint")));
        }
        if (query.containsKey("region")) {
            builder.region(Region.of(query.get("region")));
        }
        return builder.build();
    }

    private Map<String, String> query() {
        Map<String, String> query = new TreeMap<>();
        if (address.getRawQuery() != null) {
            for (String pair : address.getRawQuery().split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    query.put(
                            pair.substring(0, equals),
                            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                }
            }
        }
        return query;
    }

    @Override
    public void close() {
        S3Client opened = client;
        if (opened != null) {
            opened.close();
        }
    }
}
