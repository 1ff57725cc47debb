package dev.parityguard.spring.actuate;

import dev.parityguard.spring.ParityCheck;
import dev.parityguard.spring.ParityGuardProperties;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks again and again while the application runs, where it wants that. One look after the other on a thread of its own,
 * so that they never overlap. Whatever a look gives, the application goes on.
 */
final class ParityRecheck implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger("dev.parityguard");

    private final ParityCheck check;
    private final ParityGuardProperties.Recheck settings;
    private volatile @Nullable Thread thread;

    ParityRecheck(ParityCheck check, ParityGuardProperties.Recheck settings) {
        this.check = check;
        this.settings = settings;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.interval() != null;
    }

    @Override
    public synchronized void start() {
        Duration interval = settings.interval();
        if (interval == null || thread != null) {
            return;
        }
        Thread looking = new Thread(() -> lookAgainAndAgain(interval), "parity-guard-recheck");
        looking.setDaemon(true);
        thread = looking;
        looking.start();
    }

    @Override
    public synchronized void stop() {
        Thread looking = thread;
        if (looking != null) {
            thread = null;
            looking.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void lookAgainAndAgain(Duration interval) {
        while (Thread.currentThread() == thread) {
            try {
                double part =
                        1 - settings.jitter() * ThreadLocalRandom.current().nextDouble();
                Thread.sleep((long) (interval.toMillis() * part));
                check.recheck();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("Looking again failed", e);
            }
        }
    }
}
