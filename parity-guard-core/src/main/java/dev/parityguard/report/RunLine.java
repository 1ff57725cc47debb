package dev.parityguard.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.parityguard.fact.Severity;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as one line of JSON for a record of runs: what was judged, by what, and how; no value of any fact, and the first thousand findings only. */
public final class RunLine {
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final int MAX_FINDINGS = 1_000;

    private RunLine() {}

    /**
     * The report as a line in pure ASCII, without a line end.
     *
     * @param previous the SHA-256 of the line before it
     */
    public static String of(ParityReport report, String previous) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("at", report.startedAt().toString());
            json.writeStringField("application", report.application());
            field(json, "environment", report.environment());
            json.writeStringField("mode", report.mode().id());
            json.writeBooleanField("agrees", report.agrees());
            json.writeBooleanField("refused", report.refuses());
            ProfileOrigin profile = report.profile();
            field(json, "profile", profile == null ? null : profile.fingerprint());
            json.writeNumberField("errors", report.mismatches(Severity.ERROR));
            json.writeNumberField("warnings", report.mismatches(Severity.WARNING));
            json.writeNumberField("unknowns", report.unknowns());
            json.writeNumberField("waived", report.waived());
            json.writeNumberField("agreeing", report.agreeing());
            json.writeObjectFieldStart("services");
            for (ServiceSummary service : report.services()) {
                field(json, service.name(), service.fingerprint());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("findings");
            List<Finding> findings = report.findings();
            for (Finding finding : findings.subList(0, Math.min(MAX_FINDINGS, findings.size()))) {
                json.writeString(finding.severity().id() + " " + finding.service() + " " + finding.id());
            }
            json.writeEndArray();
            json.writeStringField("previous", previous);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot be written to", e);
        }
        return text.toString();
    }

    private static void field(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value);
        }
    }
}
