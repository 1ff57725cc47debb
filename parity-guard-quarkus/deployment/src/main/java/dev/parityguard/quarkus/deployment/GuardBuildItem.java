package dev.parityguard.quarkus.deployment;

import dev.parityguard.ParityGuard;
import dev.parityguard.quarkus.runtime.GuardedStart;
import io.quarkus.builder.item.SimpleBuildItem;
import io.quarkus.runtime.RuntimeValue;

/** The guard and the start that it looks at, for the steps that follow. */
final class GuardBuildItem extends SimpleBuildItem {
    final RuntimeValue<ParityGuard> guard;
    final RuntimeValue<GuardedStart> start;

    GuardBuildItem(RuntimeValue<ParityGuard> guard, RuntimeValue<GuardedStart> start) {
        this.guard = guard;
        this.start = start;
    }
}
