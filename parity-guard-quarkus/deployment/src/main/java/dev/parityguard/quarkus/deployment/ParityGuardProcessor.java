package dev.parityguard.quarkus.deployment;

import dev.parityguard.ParityGuard;
import dev.parityguard.matching.ClientKind;
import dev.parityguard.quarkus.runtime.ParityGuardRecorder;
import io.quarkus.agroal.spi.JdbcDataSourceBuildItem;
import io.quarkus.agroal.spi.JdbcDataSourceSchemaReadyBuildItem;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.SyntheticBeansRuntimeInitBuildItem;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.Consume;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.ApplicationInfoBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.HotDeploymentWatchedFileBuildItem;
import io.quarkus.deployment.builditem.ServiceStartBuildItem;
import io.quarkus.deployment.metrics.MetricsCapabilityBuildItem;
import io.quarkus.runtime.metrics.MetricsFactory;
import io.quarkus.smallrye.health.deployment.spi.HealthBuildItem;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

/** Puts the guard into the start of an application: variables first, then services, before anything takes work. */
final class ParityGuardProcessor {
    private static final String RUNTIME = "dev.parityguard.quarkus.runtime.";
    private static final String FEATURE = "parity-guard";
    static final String PROFILE = "parity-profile.json";
    private static final String S3_CLIENT = "software.amazon.awssdk.services.s3.S3Client";
    private static final DotName FLYWAY_CUSTOMIZER =
            DotName.createSimple("io.quarkus.flyway.FlywayConfigurationCustomizer");
    private static final DotName FLYWAY_DATA_SOURCE = DotName.createSimple("io.quarkus.flyway.FlywayDataSource");

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    /** In dev mode another profile means another start. */
    @BuildStep
    HotDeploymentWatchedFileBuildItem profile() {
        return new HotDeploymentWatchedFileBuildItem(PROFILE);
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    GuardBuildItem guard(
            ParityGuardRecorder recorder,
            ApplicationInfoBuildItem application,
            Capabilities capabilities,
            BuildProducer<SyntheticBeanBuildItem> beans) {
        var start = recorder.start(application.getName(), clients(capabilities));
        recorder.variables(start);
        beans.produce(SyntheticBeanBuildItem.configure(ParityGuard.class)
                .scope(Singleton.class)
                .unremovable()
                .setRuntimeInit()
                .runtimeValue(recorder.guard(start))
                .done());
        return new GuardBuildItem(start);
    }

    private static Set<ClientKind> clients(Capabilities capabilities) {
        Set<ClientKind> clients = EnumSet.noneOf(ClientKind.class);
        if (capabilities.isPresent(Capability.AGROAL)) {
            clients.add(ClientKind.DATA_SOURCE);
        }
        if (capabilities.isPresent(Capability.REDIS_CLIENT)) {
            clients.add(ClientKind.REDIS);
        }
        if (QuarkusClassLoader.isClassPresentAtRuntime(S3_CLIENT)) {
            clients.add(ClientKind.S3);
        }
        return clients;
    }

    /** No build item lets a step be before Flyway's and after data sources, but Flyway asks its customizers. */
    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    void beforeFlyway(
            ParityGuardRecorder recorder,
            GuardBuildItem guard,
            Capabilities capabilities,
            List<JdbcDataSourceBuildItem> dataSources,
            BuildProducer<SyntheticBeanBuildItem> beans) {
        if (capabilities.isMissing(Capability.FLYWAY)) {
            return;
        }
        for (JdbcDataSourceBuildItem dataSource : dataSources) {
            beans.produce(SyntheticBeanBuildItem.configure(FLYWAY_CUSTOMIZER)
                    .identifier("parity-guard-" + dataSource.getName())
                    .addType(Type.create(FLYWAY_CUSTOMIZER, Type.Kind.CLASS))
                    .addQualifier()
                    .annotation(FLYWAY_DATA_SOURCE)
                    .addValue("value", dataSource.getName())
                    .done()
                    .scope(Singleton.class)
                    .unremovable()
                    .setRuntimeInit()
                    .runtimeValue(recorder.flywayGate(guard.start))
                    .done());
        }
    }

    /** By name, since none of the classes can be loaded without the extension that it is for. */
    @BuildStep
    void beans(
            Capabilities capabilities,
            Optional<MetricsCapabilityBuildItem> metrics,
            BuildProducer<AdditionalBeanBuildItem> beans,
            BuildProducer<HealthBuildItem> health) {
        List<String> classes = new ArrayList<>(List.of(RUNTIME + "ParityEvents"));
        if (metrics.isPresent() && metrics.get().metricsSupported(MetricsFactory.MICROMETER)) {
            classes.add(RUNTIME + "ParityMeterBinder");
        }
        if (capabilities.isPresent(Capability.VERTX_HTTP)) {
            classes.add(RUNTIME + "ParityEndpoint");
        }
        beans.produce(AdditionalBeanBuildItem.builder()
                .setUnremovable()
                .addBeanClasses(classes)
                .build());
        if (capabilities.isPresent(Capability.SMALLRYE_HEALTH)) {
            health.produce(new HealthBuildItem(RUNTIME + "ParityHealthCheck", true));
        }
    }

    @BuildStep
    @Record(ExecutionTime.RUNTIME_INIT)
    @Consume(SyntheticBeansRuntimeInitBuildItem.class)
    @Consume(JdbcDataSourceSchemaReadyBuildItem.class)
    ServiceStartBuildItem services(ParityGuardRecorder recorder, GuardBuildItem guard) {
        recorder.services(guard.start);
        return new ServiceStartBuildItem(FEATURE);
    }
}
