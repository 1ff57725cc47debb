package dev.parityguard.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what a test class uses as one of the profile's services: a field, or a method without parameters, that holds or
 * returns a client ({@code DataSource}, {@code RedisClient}, {@code S3Client} …), a URL, or a
 * {@link dev.parityguard.target.Target}. Static or not, of any visibility, also in superclasses and enclosing classes. Asked
 * just before the first test.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface ParityService {
    /** The service's name in the profile. */
    String value();

    /** Further properties of the target, each as {@code name=value}, such as {@code bucket=orders-uploads}. */
    String[] properties() default {};
}
