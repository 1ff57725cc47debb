package dev.parityguard.quarkus.runtime;

import dev.parityguard.ParityGuard;
import dev.parityguard.fact.Mode;
import dev.parityguard.fact.Severity;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.ReportJson;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import java.io.IOException;
import java.util.StringJoiner;

/** What the page in the Dev UI asks for. There only in dev mode; safe for use by several threads. */
public class ParityDevUi {
    private final ParityGuard guard;

    ParityDevUi(ParityGuard guard) {
        this.guard = guard;
    }

    /** The last report in a few words, for the card. */
    @NonBlocking
    public String verdict() {
        return guard.lastReport()
                .get()
                .filter(report -> report.mode() != Mode.OFF)
                .map(ParityDevUi::verdict)
                .orElse("off");
    }

    private static String verdict(ParityReport report) {
        StringJoiner words = new StringJoiner(", ");
        add(words, report.mismatches(Severity.ERROR), "error");
        add(words, report.mismatches(Severity.WARNING), "warning");
        add(words, report.unknowns(), "unknown");
        return words.length() == 0 ? "agrees" : words.toString();
    }

    private static void add(StringJoiner words, int count, String what) {
        if (count > 0) {
            words.add(count + " " + what + (count == 1 ? "" : "s"));
        }
    }

    /** The last report as JSON; empty when there is none. */
    @NonBlocking
    public String report() {
        return guard.lastReport().get().map(ReportJson::of).orElse("");
    }

    /**
     * A freshly captured profile, which is written nowhere.
     *
     * @throws IOException when the profile in use cannot be read
     */
    @Blocking
    public String profile() throws IOException {
        return guard.captureText();
    }
}
