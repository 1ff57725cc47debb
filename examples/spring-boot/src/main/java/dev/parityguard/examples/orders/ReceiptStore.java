package dev.parityguard.examples.orders;

import java.util.Optional;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Receipts in object storage. */
@Component
class ReceiptStore {
    private final S3Client s3;
    private final String bucket;

    ReceiptStore(S3Client s3, UploadsProperties uploads) {
        this.s3 = s3;
        this.bucket = uploads.bucket();
    }

    void write(PlacedOrder order) {
        String text = "Receipt %d: %d x %s".formatted(order.id(), order.quantity(), order.goods());
        s3.putObject(request -> request.bucket(bucket).key(key(order.id())), RequestBody.fromString(text));
    }

    Optional<String> read(long order) {
        try {
            return Optional.of(
                    s3.getObjectAsBytes(request -> request.bucket(bucket).key(key(order)))
                            .asUtf8String());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    private static String key(long order) {
        return "receipts/" + order + ".txt";
    }
}
