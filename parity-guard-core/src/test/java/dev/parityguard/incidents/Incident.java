package dev.parityguard.incidents;

import dev.parityguard.fact.Severity;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which publicly reported incident a test sets up. The table of incidents in the documentation is made from these.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Incident {
    /** The incident's number, for example {@code I08}; a benign difference's, for example {@code B04}. */
    String value();

    /** The fact that gives it away, with its kind: {@code postgresql.version}. Empty for a benign difference. */
    String fact() default "";

    /** How much the finding matters; {@code INFO} for a benign difference means: nothing above it. */
    Severity severity() default Severity.INFO;
}
