package dev.parityguard.spring;

import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Judges the variables before any bean is defined. Not earlier, when the environment has been prepared: context initializers
 * still add variables then, those of tests ({@code @DynamicPropertySource}) and of Spring Cloud's bootstrap among them.
 */
final class VariablesListener implements ApplicationListener<ApplicationContextInitializedEvent> {
    private static final String SPRING_CLOUD_BOOTSTRAP = "bootstrap";

    @Override
    public void onApplicationEvent(ApplicationContextInitializedEvent event) {
        ConfigurableEnvironment environment = event.getApplicationContext().getEnvironment();
        // While beans are processed ahead of time, this is the machine that builds.
        if (Boolean.getBoolean("spring.aot.processing")
                || environment.getPropertySources().contains(SPRING_CLOUD_BOOTSTRAP)) {
            return;
        }
        ParityGuardProperties properties =
                Binder.get(environment).bindOrCreate("parity-guard", ParityGuardProperties.class);
        GuardSetup.of(properties, environment).build().enforceVariables();
    }
}
