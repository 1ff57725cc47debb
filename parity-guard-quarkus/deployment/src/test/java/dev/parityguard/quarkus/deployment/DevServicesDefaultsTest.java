package dev.parityguard.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.test.QuarkusUnitTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DevServicesDefaultsTest {
    private static final String IMAGE = "quarkus.datasource.devservices.image-name";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addAsResource("database-profile.json", "parity-profile.json"))
            .overrideConfigKey("quarkus.datasource.db-kind", "postgresql")
            .overrideRuntimeConfigKey("quarkus.datasource.active", "false")
            .addBuildChainCustomizer(builder -> builder.addBuildStep(context -> context.produce(new FeatureBuildItem(
                            "image " + ConfigProvider.getConfig().getValue(IMAGE, String.class))))
                    .produces(FeatureBuildItem.class)
                    .build())
            .setLogRecordPredicate(line -> line.getMessage().startsWith("Installed features"))
            .assertLogRecords(lines -> assertThat(lines)
                    .extracting(line -> String.valueOf(line.getParameters()[0]))
                    .singleElement()
                    .asString()
                    .contains("image docker.io/library/postgres:13.23"));

    @Test
    void applicationWhenItIsBuiltForATestThenDevServicesAreToldOfTheProfile() {
        assertThat(ConfigProvider.getConfig().getOptionalValue("quarkus.application.name", String.class))
                .isPresent();
    }
}
