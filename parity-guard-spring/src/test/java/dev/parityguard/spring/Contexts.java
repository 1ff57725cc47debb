package dev.parityguard.spring;

import dev.parityguard.report.Finding;
import dev.parityguard.report.ParityReport;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** Contexts with the guard, and what it found in them. */
final class Contexts {
    private Contexts() {}

    /** A context with the guard alone. */
    static ApplicationContextRunner plain() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ParityGuardAutoConfiguration.class))
                .withPropertyValues("spring.application.name=orders");
    }

    /** A context whose data source Spring Boot makes from properties. */
    static ApplicationContextRunner jdbc(String url) {
        return plain().withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class))
                .withPropertyValues("spring.datasource.url=" + url, "spring.datasource.hikari.minimum-idle=0");
    }

    /** A context whose Redis connections Spring Boot makes from properties. */
    static ApplicationContextRunner redis(String url) {
        return plain().withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class))
                .withPropertyValues("spring.data.redis.url=" + url);
    }

    /** What the guard of that context found last. */
    static ParityReport report(ApplicationContext context) {
        return context.getBean(ParityCheck.class).lastReport().get().orElseThrow();
    }

    /** The findings that are more than a note, as {@code service id}. */
    static List<String> findings(ApplicationContext context) {
        return report(context).findings().stream()
                .filter(finding -> !finding.outcome().name().equals("NOTE"))
                .map(Contexts::line)
                .toList();
    }

    /** The property by which a context reads that profile. */
    static String profile(Path file) {
        return "parity-guard.profile=" + file;
    }

    private static String line(Finding finding) {
        return finding.service() + " " + finding.id();
    }
}
