package dev.parityguard.metrics;

import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ServiceSummary;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/** When the running code was built, as the facts of the process tell it. */
final class BuildTime {
    /** {@code 2026-11-20T09:12:00Z}, and with an offset in either spelling. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter();

    private BuildTime() {}

    static @Nullable Instant of(ParityReport report) {
        for (ServiceSummary service : report.services()) {
            if (!service.isBackingService()) {
                String built = service.facts().value("build.time");
                return parse(built == null ? service.facts().value("commit.time") : built);
            }
        }
        return null;
    }

    private static @Nullable Instant parse(@Nullable String time) {
        try {
            return time == null ? null : TIME.parse(time, Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
