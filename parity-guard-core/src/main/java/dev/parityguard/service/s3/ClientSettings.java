package dev.parityguard.service.s3;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ServiceClientConfiguration;

/**
 * What the client brings along.
 *
 * @param region the region that it signs for
 * @param checksums whether it adds checksums to every upload: {@code WHEN_SUPPORTED} or {@code WHEN_REQUIRED}
 */
record ClientSettings(@Nullable String region, String checksums) {
    static final String ALWAYS = "WHEN_SUPPORTED";
    static final String ONLY_WHEN_REQUIRED = "WHEN_REQUIRED";

    static ClientSettings of(S3Client client) {
        S3ServiceClientConfiguration configuration = client.serviceClientConfiguration();
        return new ClientSettings(
                configuration.region() == null ? null : configuration.region().id(), checksums(configuration));
    }

    private static String checksums(S3ServiceClientConfiguration configuration) {
        try {
            return configuration.requestChecksumCalculation() == null
                    ? ALWAYS
                    : configuration.requestChecksumCalculation().name();
        } catch (NoSuchMethodError e) {
            // Before 2.30.0 the SDK added a checksum only where the operation asks for one.
            return ONLY_WHEN_REQUIRED;
        }
    }
}
