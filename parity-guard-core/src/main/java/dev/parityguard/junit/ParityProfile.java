package dev.parityguard.junit;

import dev.parityguard.fact.Mode;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Compares what a test class stands on with the profile, just before its first test: after everything that
 * {@code @BeforeAll}, containers and frameworks start and inject. What differs by an error fails the tests of the class, the
 * first one with the whole report. Holds for nested classes and, inherited, for subclasses.
 *
 * <p>A service is named by {@link ParityService} on a field or method, or by {@link #services()}. A service that is named
 * must be in the profile and must be seen, or the tests fail. Where none is named, everything is looked at,
 * variables included, as at the start of the application.
 *
 * <p>The switches from outside hold here too: {@code PARITY_GUARD_MODE=warn} lets the tests run, {@code off} does not even
 * look.
 */
@Documented
@Inherited
@ExtendWith(ParityExtension.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ParityProfile {
    /** Where the profile is, as for {@link dev.parityguard.ParityGuard.Builder#profile}; empty for the default. */
    String value() default "";

    /** The environment's name, by which the profile's rules hold. */
    String environment() default "test";

    /** What a mismatch leads to. The profile's own mode for the environment does not count here. */
    Mode mode() default Mode.ENFORCE;

    /** Services that the profile gives a URL for, beside those of {@link ParityService}. */
    String[] services() default {};

    /** Differences that the tests live with. */
    AllowedDifference[] allow() default {};

    /**
     * Whether the structure of the databases must be the same at the end of the class as before the first test of all
     * classes that say so for the same profile and service. Looks at the structure before the first and after the last test.
     */
    boolean frozenSchema() default false;

    /** How long one look may take in all. */
    int deadlineSeconds() default 30;
}
