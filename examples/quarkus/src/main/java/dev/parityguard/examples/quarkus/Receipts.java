package dev.parityguard.examples.quarkus;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** The receipts in object storage. */
@Singleton
final class Receipts {
    private final S3Client storage;
    private final String bucket;

    Receipts(S3Client storage, @ConfigProperty(name = "uploads.bucket") String bucket) {
        this.storage = storage;
        this.bucket = bucket;
    }

    void upload(Order order) {
        storage.putObject(
                request -> request.bucket(bucket).key(key(order)), RequestBody.fromString("Receipt: " + order.goods()));
    }

    String of(Order order) {
        return storage.getObjectAsBytes(request -> request.bucket(bucket).key(key(order)))
                .asUtf8String();
    }

    private static String key(Order order) {
        return "receipts/" + order.id() + ".txt";
    }
}
