package dev.parityguard.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Mode;
import dev.parityguard.report.ParityViolationException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.event.EventListener;

class ParityGuardAutoConfigurationTest {
    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ParityGuardAutoConfiguration.class));

    @Test
    void contextWithoutAnyServiceStartsAndSaysThatNoProfileIsThere() {
        runner.run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(ParityCheck.class);
            assertThat(Contexts.report(context).findings()).singleElement().satisfies(finding -> {
                assertThat(finding.id()).isEqualTo("parity-guard.profile.present");
                assertThat(finding.fix()).contains("--parity-guard.capture=");
            });
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.springframework.boot.sql",
                "org.springframework.jdbc",
                "org.springframework.data.redis",
                "io.lettuce",
                "redis.clients",
                "software.amazon.awssdk",
            })
    void contextWithoutAnOptionalDependencyStarts(String packageName) {
        runner.withClassLoader(new FilteredClassLoader(packageName))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(ParityCheck.class));
    }

    @Test
    void profileThatIsRequiredButMissingRefusesInEnforceMode() {
        runner.withPropertyValues("parity-guard.mode=enforce", "parity-guard.profile-required=true")
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .hasRootCauseInstanceOf(ParityViolationException.class)
                        .rootCause()
                        .hasMessageContaining("parity-guard.profile.present"));
    }

    @Test
    void offLooksAtNothingAndPublishesNothing() {
        runner.withPropertyValues("parity-guard.mode=off", "parity-guard.services.cache.bean=none")
                .withUserConfiguration(Listening.class)
                .run(context -> {
                    assertThat(context.getBean(ParityCheck.class).lastReport().get())
                            .hasValueSatisfying(
                                    report -> assertThat(report.mode()).isEqualTo(Mode.OFF));
                    assertThat(context.getBean(Listening.class).heard).isEmpty();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"before-migration", "after-migration"})
    void listenersHearOfEachLookOnce(String when) {
        runner.withPropertyValues("parity-guard.when=" + when)
                .withUserConfiguration(Listening.class)
                .run(context -> {
                    List<ParityCheckedEvent> heard = context.getBean(Listening.class).heard;
                    assertThat(heard).hasSize(1);

                    context.getBean(ParityCheck.class).recheck();

                    assertThat(heard).hasSize(2);
                    assertThat(heard.get(1).report().mode()).isEqualTo(Mode.REPORT);
                });
    }

    @Test
    void lazyInitializationDoesNotKeepTheGuardFromLooking() {
        runner.withInitializer(context -> context.addBeanFactoryPostProcessor(
                        new org.springframework.boot.LazyInitializationBeanFactoryPostProcessor()))
                .run(context -> assertThat(context.getBeanFactory().containsSingleton("parityCheck"))
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parity-guard.mode=loud",
                "parity-guard.deadline=soon",
                "parity-guard.when=later",
                "parity-guard.deadline=-1s",
                "parity-guard.capture-exit=perhaps",
            })
    void propertyOfTheWrongTypeFailsWithItsName(String property) {
        runner.withPropertyValues(property)
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .hasStackTraceContaining(property.substring(0, property.indexOf('='))));
    }

    static class Listening {
        final List<ParityCheckedEvent> heard = new ArrayList<>();

        @EventListener
        void on(ParityCheckedEvent event) {
            heard.add(event);
        }
    }
}
