package dev.parityguard.service.s3;

import dev.parityguard.servers.S3Stub;
import dev.parityguard.servers.StubReply;
import java.util.Map;

/** Stores that cannot be had here: replies made of what they are documented to send, captured from none of them. */
public enum DocumentedStore {
    AWS(
            "aws-s3",
            Map.of(
                    "Server",
                    "AmazonS3",
                    "x-amz-request-id",
                    "79A1B2C3D4E5F607",
                    "x-amz-id-2",
                    "eftixk72aD6Ap51TnqcoF8eFidJG9Z/2mkiDFu8yU9AS1ed4OpIszj7UDNEHGran",
                    "x-amz-bucket-region",
                    "eu-central-1")),
    MINIO(
            "minio",
            Map.of(
                    "Server",
                    "MinIO",
                    "x-amz-request-id",
                    "17A1B2C3D4E5F607",
                    "x-amz-id-2",
                    "dd9025bab4ad464b049177c95eb6ebf374d3b3fd1af9251148b658df7ac2e3e8")),
    MINIO_BEHIND_A_PROXY("minio", Map.of("Server", "nginx", "X-Minio-Deployment-Id", "4c1e")),
    CEPH("ceph-rgw", Map.of("x-amz-request-id", "tx00000f2c5d3a1b2c3d4e5-0065a1b2c3-1a2b-default")),
    GCS("gcs", Map.of("Server", "UploadServer", "X-GUploader-UploadID", "ABPtcPq")),
    LOCALSTACK("localstack", Map.of("Server", "TwistedWeb/24.3.0", "x-localstack", "true")),
    SEAWEEDFS("seaweedfs", Map.of("Server", "SeaweedFS 30GB 3.80"));

    final String product;
    private final Map<String, String> headers;

    DocumentedStore(String product, Map<String, String> headers) {
        this.product = product;
        this.headers = Map.copyOf(headers);
    }

    /** Starts the store with a bucket of which nothing was configured. */
    public S3Stub start() {
        return start(headers);
    }

    /** Starts a store that gives no sign of itself. */
    public static S3Stub plain() {
        return start(Map.of());
    }

    private static S3Stub start(Map<String, String> headers) {
        return S3Stub.start()
                .answer("HEAD", new StubReply(200, headers, ""))
                .answer("GET", "versioning", document(headers, 200, "<VersioningConfiguration/>"))
                .answer("GET", "location", document(headers, 200, "<LocationConstraint/>"))
                .answer("GET", "list-type", document(headers, 200, "<ListBucketResult/>"))
                .answer("GET", "lifecycle", document(headers, 404, error("NoSuchLifecycleConfiguration")))
                .answer("GET", "cors", document(headers, 404, error("NoSuchCORSConfiguration")))
                .answer("GET", "object-lock", document(headers, 404, error("ObjectLockConfigurationNotFoundError")))
                .answer(
                        "GET",
                        "encryption",
                        document(headers, 404, error("ServerSideEncryptionConfigurationNotFoundError")))
                .answer("GET", "ownershipControls", document(headers, 404, error("OwnershipControlsNotFoundError")))
                .answer(
                        "GET",
                        "publicAccessBlock",
                        document(headers, 404, error("NoSuchPublicAccessBlockConfiguration")));
    }

    /** The document of an error. */
    public static String error(String code) {
        return "<Error><Code>" + code + "</Code></Error>";
    }

    private static StubReply document(Map<String, String> headers, int status, String xml) {
        return new StubReply(status, headers, "").body(xml);
    }
}
