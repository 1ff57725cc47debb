package dev.parityguard.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A difference that tests live with. It is told in the report as excused, and fails nothing. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface AllowedDifference {
    /** {@code service/fact}, in which {@code *} stands for any characters, as in a rule of the profile. */
    String fact();

    /** Why the tests are worth something all the same. */
    String reason();

    /** The last day on which it holds, such as {@code 2027-01-31}; then it is itself a finding. Empty for no last day. */
    String until() default "";
}
