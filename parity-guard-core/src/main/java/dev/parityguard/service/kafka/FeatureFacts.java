package dev.parityguard.service.kafka;

import dev.parityguard.fact.Unknown.Cause;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.apache.kafka.clients.admin.SupportedVersionRange;

/** The release, and which of its features are switched on for the whole cluster. */
final class FeatureFacts {
    private static final String RIGHT = "DESCRIBE on the cluster";

    private FeatureFacts() {}

    static void tell(Answer<FeatureMetadata> answer, FactSheet sheet) {
        FeatureMetadata features = answer.value();
        if (features == null) {
            Throwable refusal = answer.refusal();
            if (refusal != null) {
                sheet.unknown("version", refusal, RIGHT);
                sheet.unknown("feature.*", refusal, RIGHT);
            }
            return;
        }
        features.finalizedFeatures()
                .forEach((name, range) -> sheet.put("feature." + name, (int) range.maxVersionLevel()));
        SupportedVersionRange metadata = features.supportedFeatures().get("metadata.version");
        String release = metadata == null ? null : Release.of(metadata.maxVersion());
        if (release != null) {
            sheet.put("version", release);
        } else {
            sheet.unknown(
                    "version",
                    Cause.NOT_SUPPORTED,
                    metadata == null
                            ? "metadata versions, which came with KRaft"
                            : "a newer Parity Guard, which knows metadata version " + metadata.maxVersion());
        }
    }
}
