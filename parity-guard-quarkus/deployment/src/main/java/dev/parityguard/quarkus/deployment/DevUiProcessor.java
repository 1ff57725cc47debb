package dev.parityguard.quarkus.deployment;

import dev.parityguard.quarkus.runtime.ParityDevUi;
import io.quarkus.arc.processor.BuiltinScope;
import io.quarkus.deployment.IsLocalDevelopment;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.devui.spi.JsonRPCProvidersBuildItem;
import io.quarkus.devui.spi.page.CardPageBuildItem;
import io.quarkus.devui.spi.page.Page;

/** The card in the Dev UI. */
final class DevUiProcessor {
    @BuildStep(onlyIf = IsLocalDevelopment.class)
    CardPageBuildItem card() {
        CardPageBuildItem card = new CardPageBuildItem();
        card.addPage(Page.webComponentPageBuilder()
                .title("Report")
                .icon("font-awesome-solid:scale-balanced")
                .componentLink("qwc-parity-guard-report.js")
                .dynamicLabelJsonRPCMethodName("verdict"));
        return card;
    }

    @BuildStep
    JsonRPCProvidersBuildItem answers() {
        return new JsonRPCProvidersBuildItem(ParityDevUi.class, BuiltinScope.SINGLETON.getName());
    }
}
