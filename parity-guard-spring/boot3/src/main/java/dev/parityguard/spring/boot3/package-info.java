/** What health tells, in a form that knows no line of Spring Boot, and its health indicator on Spring Boot 3.5. */
@NullMarked
package dev.parityguard.spring.boot3;

import org.jspecify.annotations.NullMarked;
