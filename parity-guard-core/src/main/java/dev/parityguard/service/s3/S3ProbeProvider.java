package dev.parityguard.service.s3;

import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.NotProbed;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.target.Secret;
import dev.parityguard.target.Target;

/**
 * Looks at one bucket through the application's {@code S3Client} (AWS SDK for Java 2.21 or newer) or through a client of
 * its own for a URL. Works with every store that speaks the S3 protocol. Loads without the SDK.
 */
public final class S3ProbeProvider implements ProbeProvider {
    private static final String CLIENT = "software.amazon.awssdk.services.s3.S3Client";

    /** For {@link java.util.ServiceLoader}. */
    public S3ProbeProvider() {}

    @Override
    public String kind() {
        return "s3";
    }

    @Override
    public FactCatalogue catalogue() {
        return FactCatalogue.load(S3ProbeProvider.class, "catalogue.properties");
    }

    @Override
    public String accepted() {
        return "an S3Client of the AWS SDK 2 with the property bucket, s3://bucket?endpoint=…&region=…&path-style=true";
    }

    @Override
    public boolean accepts(Target target) {
        return target.hasScheme("s3") || target.hasHandle(CLIENT);
    }

    @Override
    public Probe probe(Target target) {
        Secret url = target.url();
        if (url == null) {
            String bucket = target.property("bucket");
            return bucket == null || bucket.isBlank()
                    ? context -> new NotProbed("no bucket is named: give the target the property bucket")
                    : new S3Probe(target, bucket.strip());
        }
        if (!isPresent(CLIENT)) {
            return context -> new NotProbed("the AWS SDK is not on the class path: add software.amazon.awssdk:s3");
        }
        try {
            return new S3UrlProbe(S3Address.parse(url));
        } catch (IllegalArgumentException e) {
            String reason = String.valueOf(e.getMessage());
            return context -> new NotProbed(reason);
        }
    }
}
