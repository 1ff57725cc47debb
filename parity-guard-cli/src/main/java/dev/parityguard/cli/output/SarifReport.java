package dev.parityguard.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.parityguard.fact.Fingerprint;
import dev.parityguard.fact.Severity;
import dev.parityguard.report.Finding;
import dev.parityguard.report.OneLine;
import dev.parityguard.report.Outcome;
import dev.parityguard.report.ParityReport;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report as SARIF 2.1.0: a rule for each fact that has a finding, a result for each finding. */
final class SarifReport {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final JsonGenerator json;
    private final Places places;

    private SarifReport(JsonGenerator json, Places places) {
        this.json = json;
        this.places = places;
    }

    static String of(ParityReport report, Places places) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            new SarifReport(json, places).write(report);
        } catch (IOException e) {
            throw new UncheckedIOException("a string can always be written", e);
        }
        return text.append('\n').toString();
    }

    private void write(ParityReport report) throws IOException {
        Map<String, Finding> rules = new LinkedHashMap<>();
        report.findings().forEach(finding -> rules.putIfAbsent(finding.id(), finding));
        json.writeStartObject();
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "Parity Guard");
        json.writeStringField("informationUri", "https://parityguard.dev");
        json.writeArrayFieldStart("rules");
        for (Finding rule : rules.values()) {
            rule(rule);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.writeStringField("columnKind", "utf16CodeUnits");
        json.writeArrayFieldStart("results");
        for (Finding finding : report.findings()) {
            result(finding);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void rule(Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", finding.id());
        text("shortDescription", finding.why());
        text("help", finding.fix());
        json.writeEndObject();
    }

    private void result(Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", finding.id());
        json.writeStringField("kind", kind(finding));
        json.writeStringField("level", level(finding));
        text("message", OneLine.of(finding) + "; " + finding.why() + "; fix: " + finding.fix());
        location(finding);
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("serviceAndFact/v1", Fingerprint.of(finding.service() + "/" + finding.id()));
        json.writeEndObject();
        Finding.Waived waiver = finding.waiver();
        if (waiver != null) {
            json.writeArrayFieldStart("suppressions");
            json.writeStartObject();
            json.writeStringField("kind", "external");
            json.writeStringField("status", "accepted");
            json.writeStringField("justification", Sentences.of(finding));
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void location(Finding finding) throws IOException {
        Places.@Nullable Place place = places.of(finding);
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        if (place != null) {
            json.writeObjectFieldStart("physicalLocation");
            json.writeObjectFieldStart("artifactLocation");
            json.writeStringField("uri", uri(place.file()));
            json.writeEndObject();
            json.writeObjectFieldStart("region");
            json.writeNumberField("startLine", place.line());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeArrayFieldStart("logicalLocations");
        json.writeStartObject();
        json.writeStringField("name", finding.service());
        json.writeStringField("fullyQualifiedName", finding.service() + "/" + finding.fact());
        json.writeStringField("kind", "resource");
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void text(String name, String text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    /** A relative path stays relative, as code scanning wants it. */
    private static String uri(String file) {
        return URLEncoder.encode(file.replace('\\', '/'), StandardCharsets.UTF_8)
                .replace("%2F", "/")
                .replace("+", "%20");
    }

    private static String kind(Finding finding) {
        if (finding.outcome() == Outcome.UNKNOWN && finding.severity() != Severity.ERROR) {
            return "open";
        }
        return finding.outcome() == Outcome.NOTE ? "informational" : "fail";
    }

    /** Only what fails has a level. */
    private static String level(Finding finding) {
        if (!kind(finding).equals("fail")) {
            return "none";
        }
        return switch (finding.severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }
}
