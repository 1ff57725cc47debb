package dev.parityguard.spring;

import static dev.parityguard.spring.Contexts.profile;
import static dev.parityguard.spring.Contexts.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.parityguard.report.ServiceSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever the context is like, the guard looks once, at the right time, and disturbs nothing. */
class ContextKindsTest {
    private static final String NOWHERE = "spring.datasource.url=jdbc:postgresql://127.0.0.1:1/orders";

    @TempDir
    Path folder;

    private String profile;

    @BeforeEach
    void write() throws IOException {
        profile = profile(Files.writeString(folder.resolve("profile.json"), """
                { "format": 1, "name": "orders", "services": {
                    "orders-db": { "kind": "postgresql", "facts": { "version": "16.0" } } } }"""));
    }

    @Test
    void reactiveWebApplicationIsLookedAt() {
        new ReactiveWebApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(ParityGuardAutoConfiguration.class, DataSourceAutoConfiguration.class))
                .withPropertyValues(NOWHERE, profile)
                .run(context -> assertThat(services(context)).containsExactly("orders-db", "spring"));
    }

    @Test
    void lazyApplicationIsLookedAt() {
        jdbc().withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .run(context -> {
                    assertThat(services(context)).containsExactly("orders-db", "spring");
                    assertThat(context.getBeanFactory().containsSingleton("jdbcTemplate"))
                            .isFalse();
                });
    }

    @Test
    void contextThatIsMadeAnewIsLookedAtAnew() {
        ApplicationContextRunner application = jdbc();

        application.run(context -> assertThat(report(context).unknowns()).isEqualTo(1));
        application.run(context -> assertThat(report(context).unknowns()).isEqualTo(1));
    }

    @Test
    void childLooksAtTheBeansOfItsParentToo() {
        try (AnnotationConfigApplicationContext parent = new AnnotationConfigApplicationContext(Pool.class)) {
            Contexts.plain()
                    .withParent(parent)
                    .withPropertyValues(profile)
                    .run(context -> assertThat(services(context)).containsExactly("orders-db", "spring"));
        }
    }

    @Test
    void parentAndChildHaveAGuardEach() {
        jdbc().run(parent -> jdbc().withParent(parent)
                .run(child ->
                        assertThat(child.getBean(ParityCheck.class)).isNotSameAs(parent.getBean(ParityCheck.class))));
    }

    @Test
    void whateverNeedsAMigratedDatabaseWaitsForTheCheck() {
        jdbc().run(context -> assertThat(context.getBeanFactory().getDependenciesForBean("jdbcTemplate"))
                .contains("parityCheck"));
    }

    @Test
    void nothingButTheClientsIsCreatedEarlierThanWithoutTheGuard() {
        List<String> with = new ArrayList<>();
        List<String> without = new ArrayList<>();
        Set<String> mayMove = new HashSet<>();
        application(with)
                .withConfiguration(AutoConfigurations.of(ParityGuardAutoConfiguration.class))
                .run(context -> {
                    addWithDependencies("dataSource", context.getBeanFactory(), mayMove);
                    addWithDependencies("parityCheck", context.getBeanFactory(), mayMove);
                    mayMove.removeAll(List.of("jdbcTemplate", "first", "last"));
                });
        application(without).run(context -> assertThat(context).hasNotFailed());

        with.removeIf(bean -> mayMove.contains(bean) || bean.startsWith("dev.parityguard") || bean.contains("parity"));
        without.removeIf(mayMove::contains);
        assertThat(without).contains("first", "jdbcTemplate", "last").doesNotContain("never");
        assertThat(with).isEqualTo(without);
    }

    private ApplicationContextRunner jdbc() {
        return Contexts.jdbc("jdbc:postgresql://127.0.0.1:1/orders").withPropertyValues(profile);
    }

    private ApplicationContextRunner application(List<String> created) {
        return new ApplicationContextRunner()
                .withBean("recording", Recording.class, () -> new Recording(created))
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class))
                .withUserConfiguration(Orders.class)
                .withPropertyValues(NOWHERE, profile);
    }

    private static void addWithDependencies(
            String bean, ConfigurableListableBeanFactory beanFactory, Set<String> names) {
        if (names.add(bean)) {
            for (String dependency : beanFactory.getDependenciesForBean(bean)) {
                addWithDependencies(dependency, beanFactory, names);
            }
        }
    }

    private static List<String> services(ApplicationContext context) {
        return report(context).services().stream()
                .filter(ServiceSummary::isBackingService)
                .map(ServiceSummary::name)
                .toList();
    }

    record Recording(List<String> created) implements BeanPostProcessor {
        @Override
        public Object postProcessBeforeInitialization(Object bean, String name) {
            created.add(name);
            return bean;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Orders {
        @Bean
        Object first() {
            return new Object();
        }

        @Bean
        Object last(@Autowired JdbcTemplate jdbc) {
            return new Object();
        }

        @Bean
        @Lazy
        Object never() {
            throw new IllegalStateException("created");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Pool {
        @Bean
        DataSource pool() {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl("jdbc:postgresql://127.0.0.1:1/orders");
            return pool;
        }
    }
}
