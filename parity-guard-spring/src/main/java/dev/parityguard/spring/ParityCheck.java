package dev.parityguard.spring;

import dev.parityguard.Capture;
import dev.parityguard.ParityGuard;
import dev.parityguard.action.LastReport;
import dev.parityguard.fact.Mode;
import dev.parityguard.matching.MatchedServices;
import dev.parityguard.profile.ProfileException;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ParityViolationException;
import dev.parityguard.spring.ParityGuardProperties.When;
import dev.parityguard.spring.standin.StandIns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The guard of an application context. Looks while the context starts, before the database is migrated, again after that
 * where the profile holds its structure, and always before anything takes work; refuses where the mode is {@code enforce}.
 * From then on it looks when asked and never refuses. Safe for use by several threads.
 */
public final class ParityCheck implements InitializingBean, SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger("dev.parityguard");

    private final ParityGuardProperties properties;
    private final ApplicationEventPublisher publisher;
    private final BeanServices services;
    private final ParityGuard guard;
    private boolean wholeLookIsDue;

    ParityCheck(
            ParityGuardProperties properties,
            ConfigurableListableBeanFactory beanFactory,
            ConfigurableEnvironment environment,
            ApplicationEventPublisher publisher) {
        this.properties = properties;
        this.publisher = publisher;
        this.services = new BeanServices(
                new ClientBeans(beanFactory), () -> StandIns.seenIn(beanFactory, environment), properties.services());
        this.guard = GuardSetup.of(properties, environment).services(services).build();
    }

    /** The newest report, for metrics and health. */
    public LastReport lastReport() {
        return guard.lastReport();
    }

    /**
     * Looks again. Updates the report, and with it metrics and health, and publishes a {@link ParityCheckedEvent}; neither
     * logs nor refuses.
     */
    public ParityReport recheck() {
        ParityReport report = guard.recheck();
        publish(report);
        return report;
    }

    /**
     * The profile that a capture would write now.
     *
     * @throws IOException when the profile in use cannot be read
     */
    public String captureText() throws IOException {
        return guard.captureText();
    }

    /** Where the structure of a database is compared or captured, the whole look has to wait until it is migrated. */
    @Override
    public void afterPropertiesSet() {
        boolean structureIsCaptured = properties.capture() != null && properties.schema();
        wholeLookIsDue = properties.when() == When.AFTER_MIGRATION || structureIsCaptured || guard.comparesSchema();
        if (!wholeLookIsDue) {
            start();
        } else if (properties.when() == When.BEFORE_MIGRATION) {
            judge(guard::enforceBeforeMigrations);
        }
    }

    /** Only now do all listeners hear. */
    @Override
    public void afterSingletonsInstantiated() {
        if (wholeLookIsDue) {
            start();
        }
        lastReport().get().ifPresent(this::publish);
    }

    private void start() {
        if (properties.capture() != null) {
            capture(properties.capture());
        }
        judge(guard::enforce);
    }

    /** Spring logs the message of what a bean throws, and the report is long: it comes with the cause, once. */
    private void judge(Supplier<ParityReport> look) {
        ParityReport report;
        try {
            report = look.get();
        } catch (ParityViolationException violation) {
            String text = String.valueOf(violation.getMessage());
            throw new IllegalStateException(text.lines().findFirst().orElse(text), violation);
        }
        MatchedServices matched = services.matched();
        if (report.mode() == Mode.ENFORCE && !matched.doubts().isEmpty()) {
            throw new ParitySetupException(matched.doubtsText(), MatchedServices.REMEDY);
        }
    }

    private void capture(Path file) {
        try {
            Capture capture = guard.capture(file);
            capture.missed().forEach((service, reason) -> LOG.warn("{} could not be captured: {}", service, reason));
            LOG.info(
                    "The profile {} was {}, with facts of {}",
                    file,
                    capture.changed() ? "written" : "left as it is",
                    capture.services().keySet());
        } catch (IOException | ProfileException e) {
            String failure = "The profile could not be captured into " + file + ": " + e;
            if (properties.exitsOnceCaptured()) {
                throw new ParitySetupException(
                        failure, "Name a file that can be written, and that holds a profile where it exists.");
            }
            LOG.error(failure);
        }
        if (properties.exitsOnceCaptured()) {
            System.exit(0);
        }
    }

    private void publish(ParityReport report) {
        if (report.mode() != Mode.OFF) {
            publisher.publishEvent(new ParityCheckedEvent(this, report));
        }
    }
}
