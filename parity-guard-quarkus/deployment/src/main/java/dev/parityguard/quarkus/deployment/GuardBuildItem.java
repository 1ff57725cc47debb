package dev.parityguard.quarkus.deployment;

import dev.parityguard.quarkus.runtime.GuardedStart;
import io.quarkus.builder.item.SimpleBuildItem;
import io.quarkus.runtime.RuntimeValue;

/** The start that the guard looks at, for the steps that follow. */
final class GuardBuildItem extends SimpleBuildItem {
    final RuntimeValue<GuardedStart> start;

    GuardBuildItem(RuntimeValue<GuardedStart> start) {
        this.start = start;
    }
}
