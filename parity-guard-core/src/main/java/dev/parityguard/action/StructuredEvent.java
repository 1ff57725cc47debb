package dev.parityguard.action;

import dev.parityguard.report.Printable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** One event of the log: key-values to search by and a line to read. Not safe for use by several threads. */
final class StructuredEvent {
    private static final int MAX_VALUE = 600;

    private LoggingEventBuilder event;

    StructuredEvent(Logger log, Level level) {
        event = log.atLevel(level);
    }

    /** Adds a number or a flag. */
    StructuredEvent with(String key, Object value) {
        event = event.addKeyValue(key, value);
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
