package dev.parityguard;

import dev.parityguard.service.echo.Echo;
import dev.parityguard.target.Target;

/** An application that starts with one service and the profile named first; refused, it ends with status 1. */
final class EchoBoot {
    private EchoBoot() {}

    public static void main(String[] profile) {
        ParityGuard.builder()
                .profile(profile[0])
                .service("echo", Target.of(Echo.of("1.0", "tone", "low")))
                .build()
                .enforce();
    }
}
