package dev.parityguard.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.parityguard.fact.Severity;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as JSON for machines: the keys of {@code docs/schema/parity-report-1.json}, every one of them always there,
 * in pure ASCII. All findings are in it, uncut. Written as a stream, so that data binding is not loaded.
 */
public final class ReportJson {
    /** The format that this release writes. A key that is added does not change it. */
    public static final int FORMAT = 1;

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final JsonGenerator json;

    private ReportJson(JsonGenerator json) {
        this.json = json;
    }

    /** The report as an indented JSON object that ends with a line end. */
    public static String of(ParityReport report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).setPrettyPrinter(printer())) {
            new ReportJson(json).write(report);
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot be written to", e);
        }
        return text.append('\n').toString();
    }

    private static PrettyPrinter printer() {
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("");
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(separators).withObjectIndenter(indenter).withArrayIndenter(indenter);
    }

    private void write(ParityReport report) throws IOException {
        json.writeStartObject();
        json.writeNumberField("format", FORMAT);
        text("application", report.application());
        text("environment", report.environment());
        text("mode", report.mode().id());
        json.writeBooleanField("agrees", report.agrees());
        json.writeBooleanField("refused", report.refuses());
        text("startedAt", report.startedAt().toString());
        json.writeNumberField("tookMillis", report.took().toMillis());
        profile(report.profile());
        counts(report);
        json.writeArrayFieldStart("services");
        for (ServiceSummary service : report.services()) {
            service(service);
        }
        json.writeEndArray();
        findings("findings", report.findings());
        json.writeEndObject();
    }

    private void profile(@Nullable ProfileOrigin profile) throws IOException {
        if (profile == null) {
            json.writeNullField("profile");
            return;
        }
        json.writeObjectFieldStart("profile");
        text("name", profile.name());
        text("environment", profile.environment());
        text(
                "capturedAt",
                profile.capturedAt() == null ? null : profile.capturedAt().toString());
        text("fingerprint", profile.fingerprint());
        json.writeEndObject();
    }

    private void counts(ParityReport report) throws IOException {
        json.writeObjectFieldStart("counts");
        json.writeNumberField("errors", report.mismatches(Severity.ERROR));
        json.writeNumberField("warnings", report.mismatches(Severity.WARNING));
        json.writeNumberField("unknowns", report.unknowns());
        json.writeNumberField("waived", report.waived());
        json.writeNumberField("agreeing", report.agreeing());
        json.writeEndObject();
    }

    private void service(ServiceSummary service) throws IOException {
        json.writeStartObject();
        text("name", service.name());
        text("kind", service.kind());
        text("product", service.product());
        text("outcome", service.outcome().id());
        json.writeNumberField("agreeing", service.agreeing());
        json.writeNumberField("tookMillis", service.took().toMillis());
        text("fingerprint", service.fingerprint());
        json.writeEndObject();
    }

    private void findings(String key, List<Finding> findings) throws IOException {
        json.writeArrayFieldStart(key);
        for (Finding finding : findings) {
            finding(finding);
        }
        json.writeEndArray();
    }

    private void finding(Finding finding) throws IOException {
        json.writeStartObject();
        text("id", finding.id());
        text("service", finding.service());
        text("fact", finding.fact());
        text("outcome", finding.outcome().id());
        text("severity", finding.severity().id());
        text("cause", finding.cause());
        text("expected", finding.expected());
        text("expectedFrom", finding.expectedFrom());
        text("actual", finding.actual());
        text("source", finding.source());
        text("why", finding.why());
        text("fix", finding.fix());
        text("owner", finding.owner());
        text("runbook", finding.runbook());
        waiver(finding.waiver());
        findings("consequences", finding.consequences());
        json.writeEndObject();
    }

    private void waiver(Finding.@Nullable Waived waiver) throws IOException {
        if (waiver == null) {
            json.writeNullField("waiver");
            return;
        }
        json.writeObjectFieldStart("waiver");
        text("reason", waiver.reason());
        text("owner", waiver.owner());
        text("until", waiver.until());
        json.writeEndObject();
    }

    private void text(String key, @Nullable String value) throws IOException {
        if (value == null) {
            json.writeNullField(key);
        } else {
            json.writeStringField(key, value);
        }
    }
}
