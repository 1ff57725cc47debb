package dev.parityguard.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parityguard.report.ParityViolationException;
import dev.parityguard.servers.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/** What a person reads when an application does not start. */
@ExtendWith(OutputCaptureExtension.class)
class RefusalTest {
    private static final String RULE = "***************************";

    @TempDir
    Path folder;

    @Test
    void variableThatIsMissingRefusesBeforeAnyBean(CapturedOutput output) throws IOException {
        Throwable failure = catchThrowable(() -> start(withVariable()));

        assertThat(failure).isInstanceOf(ParityViolationException.class);
        assertThat(story(output)).isEqualTo("""
                APPLICATION FAILED TO START

                Description:

                Parity Guard: orders does not match profile "orders": 1 error, 0 facts agree. Mode enforce: refusing to start.

                  ERROR    environment  environment.ORDERS_PAYMENT_KEY
                           expected  a text, secret
                           actual    absent
                           why       the application stops at its first use, or goes on with a default that nobody
                                     chose for here
                           fix       set it

                  To start anyway, once: PARITY_GUARD_MODE=warn
                  To excuse a finding: docs/profile-format.md#waivers

                Action:

                Do what "fix" says of each error. Where this environment is meant to differ, excuse the finding in the profile. \
                To be told without being refused, set parity-guard.mode=warn.
                """);
        assertThat(output).doesNotContain("\tat ").doesNotContain("made");
    }

    @Test
    void variableOfAConfigurationFileCounts() throws IOException {
        try (var context = start(withVariable(), "--orders.payment.key=zU7-4kPq-2mXw-9rTb")) {
            assertThat(Contexts.findings(context)).isEmpty();
        }
    }

    @Test
    void variableThatAnInitializerBringsCounts() throws IOException {
        SpringApplication application = application();
        application.addInitializers((ApplicationContextInitializer<ConfigurableApplicationContext>)
                context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("test", Map.of("ORDERS_PAYMENT_KEY", "zU7-4kPq-2mXw"))));

        try (var context = application.run(arguments(withVariable()))) {
            assertThat(Contexts.findings(context)).isEmpty();
        }
    }

    @Test
    void variablesAreNotJudgedWhileBeansAreProcessedAheadOfTime() throws IOException {
        ApplicationContextInitializedEvent initialized = initialized(Map.of());
        System.setProperty("spring.aot.processing", "true");
        try {
            new VariablesListener().onApplicationEvent(initialized);
        } finally {
            System.clearProperty("spring.aot.processing");
        }

        assertThatExceptionOfType(ParityViolationException.class)
                .isThrownBy(() -> new VariablesListener().onApplicationEvent(initialized));
    }

    @Test
    void variablesAreNotJudgedInTheBootstrapContextOfSpringCloud() throws IOException {
        ApplicationContextInitializedEvent initialized = initialized(Map.of());
        initialized
                .getApplicationContext()
                .getEnvironment()
                .getPropertySources()
                .addLast(new MapPropertySource("bootstrap", Map.of()));

        assertThatNoException().isThrownBy(() -> new VariablesListener().onApplicationEvent(initialized));
    }

    @Test
    void offSkipsTheVariables() throws IOException {
        ApplicationContextInitializedEvent initialized = initialized(Map.of("PARITY_GUARD_MODE", "off"));

        assertThatNoException().isThrownBy(() -> new VariablesListener().onApplicationEvent(initialized));
    }

    @Test
    void beanThatIsUnknownRefusesWithOneStory(CapturedOutput output) throws IOException {
        Path profile = profile("""
                "services": { "cache": { "kind": "redis", "url": "${CACHE_URL}", "facts": { "version": "7.2.4" } } },
                "variables": { "CACHE_URL": { "type": "uri" } }""");

        Throwable failure = catchThrowable(() -> start(
                profile.toString(), "--CACHE_URL=redis://127.0.0.1:1", "--parity-guard.services.cache.bean=chache"));

        assertThat(failure).hasRootCauseInstanceOf(ParitySetupException.class);
        assertThat(story(output)).isEqualTo("""
                APPLICATION FAILED TO START

                Description:

                Parity Guard cannot tell where services are:
                  cache: parity-guard.services.cache.bean names 'chache', but there is none of that name; the guard can \
                look through: nothing here

                Action:

                Say it in the configuration, or name the clients as the profile names the services.
                """);
        assertThat(output).doesNotContain("\tat ");
    }

    @Test
    void serviceThatDiffersRefusesWithTheReportAlone(CapturedOutput output) throws IOException {
        try (RedisServer redis = RedisServer.version("7").start()) {
            Path profile = profile("""
                    "services": { "cache": { "kind": "redis", "owner": "team-orders", "facts": {
                      "product": "redis", "maxmemory_policy": "allkeys-lru" } } }""");

            Throwable failure =
                    catchThrowable(() -> start(profile.toString(), "--parity-guard.services.cache.url=" + redis.url()));

            assertThat(failure).hasRootCauseInstanceOf(ParityViolationException.class);
            assertThat(story(output).replace(redis.version(), "7")).isEqualTo("""
                    APPLICATION FAILED TO START

                    Description:

                    Parity Guard: orders does not match profile "orders": 1 error, 1 fact agrees, 1 note. Mode enforce: \
                    refusing to start.

                      ERROR    cache  redis.maxmemory_policy
                               expected  allkeys-lru  (profile)
                               actual    noeviction   (test, redis 7)
                               why       evicted keys vanish without an error, and noeviction refuses writes instead
                               fix       set maxmemory-policy to allkeys-lru
                               owner     team-orders

                      NOTE     cache redis.not-in-profile: 28 facts: acl_user, aof_enabled, command.COPY, command.EVAL,
                               command.EXPIRETIME, …

                      To start anyway, once: PARITY_GUARD_MODE=warn
                      To excuse a finding: docs/profile-format.md#waivers

                    Action:

                    Do what "fix" says of each error. Where this environment is meant to differ, excuse the finding in the \
                    profile. To be told without being refused, set parity-guard.mode=warn.
                    """);
            assertThat(output).doesNotContain("\tat ");
            assertThat(output.getAll().split("evicted keys vanish", -1)).hasSize(2);
        }
    }

    @Test
    void profileThatIsMissingRefusesWhereItIsRequired(CapturedOutput output) {
        Throwable failure = catchThrowable(
                () -> start(folder.resolve("none.json").toString(), "--parity-guard.profile-required=true"));

        assertThat(failure).hasRootCauseInstanceOf(ParityViolationException.class);
        assertThat(story(output)).contains("parity-guard.profile.present").contains("refusing to start");
    }

    @Test
    void propertyOfTheWrongTypeIsToldBySpring(CapturedOutput output) throws IOException {
        catchThrowable(() -> start(profile("\"services\": {}").toString(), "--parity-guard.deadline=soon"));

        assertThat(story(output))
                .contains("Failed to bind properties under 'parity-guard.deadline'")
                .contains("Value: \"soon\"");
    }

    private ApplicationContextInitializedEvent initialized(Map<String, Object> more) throws IOException {
        GenericApplicationContext context = new GenericApplicationContext();
        MutablePropertySources sources = context.getEnvironment().getPropertySources();
        sources.addFirst(new MapPropertySource(
                "test", Map.of("parity-guard.mode", "enforce", "parity-guard.profile", withVariable())));
        sources.addFirst(new MapPropertySource("outside", more));
        return new ApplicationContextInitializedEvent(application(), new String[0], context);
    }

    private String withVariable() throws IOException {
        return profile("\"variables\": { \"ORDERS_PAYMENT_KEY\": { \"type\": \"string\", \"secret\": true } }")
                .toString();
    }

    private Path profile(String content) throws IOException {
        return Files.writeString(
                folder.resolve("profile.json"), "{ \"format\": 1, \"name\": \"orders\", " + content + " }");
    }

    private static ConfigurableApplicationContext start(String profile, String... arguments) {
        return application().run(arguments(profile, arguments));
    }

    private static SpringApplication application() {
        SpringApplication application = new SpringApplication(Orders.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        return application;
    }

    private static String[] arguments(String profile, String... more) {
        return Stream.concat(
                        Stream.of(
                                "--spring.main.banner-mode=off",
                                "--parity-guard.environment=test",
                                "--parity-guard.mode=enforce",
                                "--parity-guard.profile=" + profile),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    /** From the rules on, in which Spring Boot says why. */
    private static String story(CapturedOutput output) {
        List<String> parts = List.of(output.getAll().split(Pattern.quote(RULE), -1));
        assertThat(parts).as("what the application wrote").hasSize(3);
        return ("APPLICATION FAILED TO START" + parts.get(2)).replace("\r", "").stripTrailing() + "\n";
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(ParityGuardAutoConfiguration.class)
    static class Orders {
        @Bean
        Object someBean() {
            System.out.println("made");
            return new Object();
        }
    }
}
