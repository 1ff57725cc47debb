package dev.parityguard.servers;

import java.net.URI;

/** A real server that speaks the S3 protocol over plain HTTP. Clients must use path-style addresses. */
public final class S3Server extends ProcessServer {

    static final String ACCESS_KEY = "local-access-key";
    static final String SECRET_KEY = "local-secret-key";

    S3Server(int port, ServerProcess process) {
        super(port, process);
    }

    /** Where S3Proxy keeps objects, which decides what it can do. */
    public enum Backend {
        /** In memory: buckets can have versions. */
        TRANSIENT("transient-nio2"),
        /** In files: buckets have no versions, and asking to switch them on is refused. */
        FILESYSTEM("filesystem-nio2");

        final String provider;

        Backend(String provider) {
            this.provider = provider;
        }
    }

    /** Begins the set-up of an S3Proxy, which checks signatures and knows conditional writes and checksums. */
    public static S3ServerBuilder s3proxy(Backend backend) {
        return S3ServerBuilder.s3proxy(backend);
    }

    /** Begins the set-up of an S3Mock, which accepts any signature and answers some questions with a listing. */
    public static S3ServerBuilder s3mock() {
        return S3ServerBuilder.s3mock();
    }

    /** Begins the set-up of a LocalS3, which accepts any signature and ignores conditions and checksums. */
    public static S3ServerBuilder localS3() {
        return S3ServerBuilder.localS3();
    }

    /** The address without a bucket. */
    public URI endpoint() {
        return URI.create("http://" + host() + ":" + port());
    }

    /** The one access key that is known. */
    public String accessKey() {
        return ACCESS_KEY;
    }

    /** The secret of {@link #accessKey()}. */
    public String secretKey() {
        return SECRET_KEY;
    }
}
