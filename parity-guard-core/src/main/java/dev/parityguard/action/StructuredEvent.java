package dev.parityguard.action;

import dev.parityguard.report.Printable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.spi.DefaultLoggingEventBuilder;
import org.slf4j.spi.LoggingEventAware;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * One event of the log: key-values to search by and a line to read. A logger that knows no key-values gets the line alone,
 * since SLF4J would write a dozen of them before it. Not safe for use by several threads.
 */
final class StructuredEvent {
    private static final int MAX_VALUE = 600;

    private final boolean keepsKeyValues;
    private LoggingEventBuilder event;

    StructuredEvent(Logger log, Level level) {
        event = log.atLevel(level);
        keepsKeyValues = log instanceof LoggingEventAware || !(event instanceof DefaultLoggingEventBuilder);
    }

    /** Adds a number or a flag. */
    StructuredEvent with(String key, Object value) {
        if (keepsKeyValues) {
            event = event.addKeyValue(key, value);
        }
        return this;
    }

    /** Adds a text as one bounded line; null adds nothing. */
    StructuredEvent withText(String key, @Nullable String text) {
        return text == null ? this : with(key, line(text));
    }

    void log(String message) {
        event.log(message);
    }

    static String line(String text) {
        return Printable.line(text, MAX_VALUE);
    }
}
