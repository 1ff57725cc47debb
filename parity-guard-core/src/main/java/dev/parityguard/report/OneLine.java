package dev.parityguard.report;

import dev.parityguard.fact.Mode;
import dev.parityguard.fact.Severity;
import java.time.ZoneOffset;
import java.util.StringJoiner;

/** The forms of one line: the whole report as its headline, a finding as who, what, expected and actual. */
public final class OneLine {
    static final int MAX_VALUE = 300;
    private static final int MAX_NAME = 120;

    private OneLine() {}

    /** The report in one sentence or two, without a line end. */
    public static String of(ParityReport report) {
        return ofLook(report) + (report.agrees() ? "" : consequence(report));
    }

    /** The report in one sentence without what it leads to, for whoever looks without starting anything. */
    public static String ofLook(ParityReport report) {
        return "Parity Guard: " + identity(report) + name(report.application()) + verdict(report) + profile(report)
                + ": " + counts(report) + ".";
    }

    /** Who, what, expected and actual, without a line end. */
    public static String of(Finding finding) {
        return name(finding.service()) + " " + name(finding.id()) + ": " + said(finding);
    }

    static String said(Finding finding) {
        String actual = finding.actual() == null ? null : value(finding.actual());
        return switch (finding.outcome()) {
            case NOTE -> actual == null ? value(finding.why()) : actual;
            case UNKNOWN -> name(finding.cause()) + (actual == null ? "" : ": " + actual);
            case MISMATCH ->
                (finding.expected() == null ? "" : "expected " + value(finding.expected()) + ", ")
                        + "actual "
                        + (actual == null ? "absent" : actual)
                        + (finding.source() == null ? "" : " (set by " + name(finding.source()) + ")");
        };
    }

    static String name(String text) {
        return Printable.line(text, MAX_NAME);
    }

    static String value(String text) {
        return Printable.line(text, MAX_VALUE);
    }

    static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** Being connected to the wrong environment comes before everything else. */
    private static String identity(ParityReport report) {
        for (Finding finding : report.findings()) {
            if (finding.cause().equals(CauseClass.IDENTITY)
                    && finding.severity() == Severity.ERROR
                    && finding.waiver() == null
                    && finding.actual() != null) {
                return name(finding.service()) + " is " + value(finding.actual()) + ". ";
            }
        }
        return "";
    }

    private static String verdict(ParityReport report) {
        if (report.profile() == null) {
            return " was compared with no profile";
        }
        if (report.agrees()) {
            return " agrees with profile ";
        }
        return report.mismatches(Severity.ERROR) + report.mismatches(Severity.WARNING) > 0
                ? " does not match profile "
                : " could not be compared in full with profile ";
    }

    private static String profile(ParityReport report) {
        ProfileOrigin profile = report.profile();
        if (profile == null) {
            return "";
        }
        String quoted = "\"" + name(profile.name()) + "\"";
        String from = profile.environment() == null ? "" : " from " + name(profile.environment());
        String on = profile.capturedAt() == null
                ? ""
                : (from.isEmpty() ? " on " : ", ")
                        + profile.capturedAt().atOffset(ZoneOffset.UTC).toLocalDate();
        return from.isEmpty() && on.isEmpty() ? quoted : quoted + " (captured" + from + on + ")";
    }

    private static String counts(ParityReport report) {
        StringJoiner counts = new StringJoiner(", ");
        add(counts, report.mismatches(Severity.ERROR), "error", "errors");
        add(counts, report.mismatches(Severity.WARNING), "warning", "warnings");
        add(counts, report.unknowns(), "unknown", "unknown");
        if (report.profile() == null) {
            counts.add(count(looked(report), "service", "services") + " looked at");
        } else {
            if (report.agrees()) {
                counts.add(count(backingServices(report), "service", "services"));
            }
            counts.add(count(report.agreeing(), "fact agrees", "facts agree"));
        }
        add(counts, report.waived(), "waived", "waived");
        add(counts, notes(report), "note", "notes");
        return counts.toString();
    }

    private static void add(StringJoiner counts, long number, String one, String many) {
        if (number > 0) {
            counts.add(count(number, one, many));
        }
    }

    /** What the process itself runs on is no service, though its facts count. */
    private static long backingServices(ParityReport report) {
        int services = 0;
        for (ServiceSummary service : report.services()) {
            if (service.isBackingService()) {
                services++;
            }
        }
        return services;
    }

    private static long looked(ParityReport report) {
        return report.services().stream()
                .filter(service -> service.isBackingService() && service.outcome() == ServiceSummary.Outcome.OBSERVED)
                .count();
    }

    private static long notes(ParityReport report) {
        int notes = 0;
        for (Finding f : report.findings()) {
            if (f.waiver() == null && f.outcome() != Outcome.UNKNOWN && f.severity() == Severity.INFO) {
                notes++;
            }
        }
        return notes;
    }

    private static String consequence(ParityReport report) {
        return " Mode " + report.mode().id() + ": " + decision(report) + ".";
    }

    private static String decision(ParityReport report) {
        if (report.refuses()) {
            return "refusing to start";
        }
        if (!report.blocking().isEmpty()) {
            return "starting anyway";
        }
        return report.mode() == Mode.ENFORCE ? "starting, since none of this is an error" : "starting";
    }
}
