package dev.parityguard.quarkus.deployment;

import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourcePatternsBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;

/** What a native executable has to be told of: probes are found by name, and their knowledge is resources. */
final class NativeProcessor {
    static final String PROBE_PROVIDER = "dev.parityguard.probe.ProbeProvider";

    @BuildStep
    ServiceProviderBuildItem probes() {
        return ServiceProviderBuildItem.allProvidersFromClassPath(PROBE_PROVIDER);
    }

    @BuildStep
    NativeImageResourceBuildItem profile() {
        return new NativeImageResourceBuildItem(ParityGuardProcessor.PROFILE);
    }

    @BuildStep
    NativeImageResourcePatternsBuildItem knowledge() {
        return NativeImageResourcePatternsBuildItem.builder()
                .includeGlobs("dev/parityguard/**/*.properties", "dev/parityguard/**/*.sql", "dev/parityguard/**/*.txt")
                .build();
    }
}
