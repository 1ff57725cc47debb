package dev.parityguard.service.s3;

import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Observation;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeContext;
import dev.parityguard.target.Target;
import software.amazon.awssdk.services.s3.S3Client;

/** Looks at a bucket through the application's own client. */
record S3Probe(Target target, String bucket) implements Probe {
    @Override
    public Observation observe(ProbeContext context) throws Exception {
        S3Client client = target.handle(S3Client.class);
        if (client == null) {
            return new NotProbed("the S3Client is of another class loader than the guard");
        }
        return look(client, bucket, context, false);
    }

    static Observation look(S3Client client, String bucket, ProbeContext context, boolean ownClient)
            throws InterruptedException {
        try {
            return new BucketLook(client, bucket, context, ownClient).look();
        } catch (NoSuchMethodError | NoClassDefFoundError e) {
            return new NotProbed("the AWS SDK is too old to look through: 2.26 or newer is needed");
        }
    }
}
