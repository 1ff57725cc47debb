package dev.parityguard.service.s3;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ServiceClientConfiguration;

/**
 * What the client brings along.
 *
 * @param region the region that it signs for
 * @param checksums when it adds a checksum to an upload, {@code WHEN_SUPPORTED} or {@code WHEN_REQUIRED}; null where the
 *     SDK does not tell
 */
record ClientSettings(@Nullable String region, @Nullable String checksums) {
    static final String ALWAYS = "WHEN_SUPPORTED";
    static final String ONLY_WHEN_REQUIRED = "WHEN_REQUIRED";

    static ClientSettings of(S3Client client) {
        S3ServiceClientConfiguration configuration = client.serviceClientConfiguration();
        return new ClientSettings(
                configuration.region() == null ? null : configuration.region().id(), checksums(configuration));
    }

    private static @Nullable String checksums(S3ServiceClientConfiguration configuration) {
        try {
            return configuration.requestChecksumCalculation() == null
                    ? ALWAYS
                    : configuration.requestChecksumCalculation().name();
        } catch (NoSuchMethodError e) {
            return olderSdk();
        }
    }

    /** Before 2.30.0 a checksum was added only where the operation asks for one; 2.30 and 2.31 do not tell. */
    private static @Nullable String olderSdk() {
        try {
            Class.forName(
                    "software.amazon.awssdk.core.checksums.RequestChecksumCalculation",
                    false,
                    S3Client.class.getClassLoader());
            return null;
        } catch (ClassNotFoundException e) {
            return ONLY_WHEN_REQUIRED;
        }
    }
}
