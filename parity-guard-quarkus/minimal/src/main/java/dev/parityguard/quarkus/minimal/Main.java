package dev.parityguard.quarkus.minimal;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Says that it has started, and ends. */
@QuarkusMain
public final class Main implements QuarkusApplication {
    @Override
    public int run(String... arguments) {
        System.out.println("working");
        return 0;
    }
}
