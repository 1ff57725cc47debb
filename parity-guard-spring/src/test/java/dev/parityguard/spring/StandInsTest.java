package dev.parityguard.spring;

import static dev.parityguard.spring.Contexts.findings;
import static dev.parityguard.spring.Contexts.profile;
import static dev.parityguard.spring.Contexts.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.report.Finding;
import dev.parityguard.servers.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.cache.autoconfigure.CacheAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.cache.CacheManager;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.concurrent.ConcurrentMapCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.session.MapSessionRepository;

/** What stands in for services inside the application is captured and compared like everything else. */
class StandInsTest {
    @TempDir
    Path folder;

    /** I43: the map of a developer's machine needs no serialisation and never evicts. */
    @Test
    void mapWhereProductionHasRedisIsAnError() {
        Path captured = folder.resolve("parity-profile.json");
        try (RedisServer redis = RedisServer.version("7").start()) {
            ApplicationContextRunner application = Contexts.redis(redis.url())
                    .withConfiguration(AutoConfigurations.of(CacheAutoConfiguration.class))
                    .withUserConfiguration(Caching.class);

            application
                    .withPropertyValues("spring.cache.type=redis", "parity-guard.capture=" + captured)
                    .run(context ->
                            assertThat(captured).content().contains("\"cache.manager\": \"RedisCacheManager\""));
            application
                    .withPropertyValues("spring.cache.type=redis", profile(captured))
                    .run(context -> assertThat(findings(context)).isEmpty());
            application
                    .withPropertyValues("spring.cache.type=simple", profile(captured), "parity-guard.mode=enforce")
                    .run(context -> assertThat(context)
                            .hasFailed()
                            .getFailure()
                            .rootCause()
                            .hasMessageContaining("1 error")
                            .hasMessageContaining("spring.cache.manager")
                            .hasMessageContaining("RedisCacheManager")
                            .hasMessageContaining("ConcurrentMapCacheManager"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "database.embedded, no, spring.datasource.url=jdbc:h2:mem:orders",
        "database.embedded, h2, spring.datasource.url=jdbc:postgresql://127.0.0.1:1/orders",
        "jpa.ddl_auto, validate, spring.jpa.hibernate.ddl-auto=create-drop",
        "jpa.ddl_auto, validate, spring.jpa.properties.hibernate.hbm2ddl.auto=update",
        "jpa.ddl_auto, validate, spring.application.version=1",
        "flyway.clean, no, spring.flyway.clean-disabled=false",
        "sql.init_mode, embedded, spring.sql.init.mode=always",
        "hibernate.dialect, detected, spring.jpa.database-platform=org.hibernate.dialect.H2Dialect",
        "devtools, yes, spring.application.version=1",
        "session.store, RedisSessionRepository, spring.application.version=1",
        "security.users, InMemoryUserDetailsManager, spring.application.version=1",
        "messaging.broker, StompBrokerRelayMessageHandler, spring.application.version=1",
    })
    void settingThatDiffersIsFound(String fact, String expected, String property) throws IOException {
        Contexts.plain()
                .withPropertyValues(profile(expecting(fact, expected)), property)
                .run(context -> assertThat(findings(context)).containsExactly("spring spring." + fact));
    }

    @Test
    void dialectOfAnotherEngineIsUnsoundWithoutAProfile() {
        Contexts.plain()
                .withPropertyValues(
                        "spring.datasource.url=jdbc:postgresql://127.0.0.1:1/orders",
                        "spring.jpa.database-platform=org.hibernate.dialect.H2Dialect")
                .run(context -> assertThat(findings(context)).contains("spring spring.hibernate.dialect_fits"));
    }

    @Test
    void classesOfBeansAreSeenWithoutCreatingThem() throws IOException {
        Path expected = expecting("session.store", "RedisSessionRepository");
        Contexts.plain()
                .withUserConfiguration(Lazily.class)
                .withPropertyValues(profile(expected))
                .run(context -> {
                    assertThat(report(context).findings())
                            .filteredOn(finding -> finding.fact().equals("session.store"))
                            .extracting(Finding::actual)
                            .containsExactly("MapSessionRepository");
                    assertThat(context.getBeanFactory().containsSingleton("sessions"))
                            .isFalse();
                });
    }

    @Test
    void classThatOnlyCreationTellsIsAnUnknown() throws IOException {
        Contexts.plain()
                .withUserConfiguration(BehindAnInterface.class)
                .withPropertyValues(profile(expecting("cache.manager", "RedisCacheManager")))
                .run(context -> {
                    assertThat(report(context).unknowns()).isEqualTo(1);

                    context.getBean(CacheManager.class);
                    context.getBean(ParityCheck.class).recheck();
                    assertThat(report(context).findings())
                            .filteredOn(finding -> finding.fact().equals("cache.manager"))
                            .extracting(Finding::actual)
                            .containsExactly("ConcurrentMapCacheManager");
                });
    }

    @Test
    void namesOfLambdasAndUsersAreTheSameAtEachStart() throws IOException {
        Contexts.plain()
                .withUserConfiguration(UsersByLambda.class)
                .withPropertyValues("parity-guard.when=after-migration", profile(expecting("security.users", "none")))
                .run(context -> assertThat(report(context).findings())
                        .filteredOn(finding -> finding.fact().equals("security.users"))
                        .extracting(Finding::actual)
                        .containsExactly("InMemoryUserDetailsManager, StandInsTest.UsersByLambda"));
    }

    @Test
    void applicationHasTheNameThatTheProfileGivesIt() throws IOException {
        Path expected = expecting("cache.manager", "RedisCacheManager");
        Files.writeString(expected, Files.readString(expected).replace("\"spring\": {", "\"shop\": {"));

        Contexts.plain()
                .withPropertyValues(profile(expected))
                .run(context -> assertThat(findings(context)).containsExactly("shop spring.cache.manager"));
    }

    private Path expecting(String fact, String value) throws IOException {
        return Files.writeString(folder.resolve("profile.json"), """
                { "format": 1, "name": "orders", "services": {
                    "spring": { "kind": "spring", "facts": { "%s": "%s" } } } }""".formatted(fact, value));
    }

    @EnableCaching
    static class Caching {}

    static class Lazily {
        @Bean
        @Lazy
        MapSessionRepository sessions() {
            return new MapSessionRepository(Map.of());
        }
    }

    static class BehindAnInterface {
        @Bean
        @Lazy
        CacheManager caches() {
            return new ConcurrentMapCacheManager();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class UsersByLambda {
        @Bean
        UserDetailsService byLambda() {
            return name -> {
                throw new UsernameNotFoundException(name);
            };
        }

        @Bean
        InMemoryUserDetailsManager inMemory() {
            return new InMemoryUserDetailsManager();
        }
    }
}
