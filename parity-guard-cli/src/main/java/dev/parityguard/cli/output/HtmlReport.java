package dev.parityguard.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.parityguard.cli.input.Resources;
import dev.parityguard.report.Finding;
import dev.parityguard.report.OneLine;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.Printable;
import dev.parityguard.report.ProfileOrigin;
import dev.parityguard.report.ServiceSummary;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report as one page that needs nothing else: the findings as data, and the script that shows them. Each text stands in
 * the data once, since a thousand findings share a few explanations.
 */
final class HtmlReport {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MAX_TEXT = 2_000;
    private static final int WITHOUT_SCRIPT = 50;

    private final JsonGenerator json;
    private final Map<String, Integer> texts = new LinkedHashMap<>();

    private HtmlReport(JsonGenerator json) {
        this.json = json;
    }

    static String of(ParityReport report) {
        try {
            return Resources.text("/dev/parityguard/cli/output/report.html")
                    .replace("{{title}}", markup(OneLine.ofLook(report)))
                    .replace("{{brief}}", brief(report))
                    .replace("{{data}}", data(report).replace("<", "\\u003c"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For whoever reads the page without its script. */
    private static String brief(ParityReport report) {
        StringBuilder brief = new StringBuilder();
        report.findings().stream()
                .limit(WITHOUT_SCRIPT)
                .forEach(finding -> brief.append("<li>")
                        .append(markup(Sentences.word(finding) + " " + OneLine.of(finding)))
                        .append("</li>\n"));
        return brief.toString();
    }

    private static String markup(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String data(ParityReport report) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            new HtmlReport(json).write(report);
        }
        return text.toString();
    }

    private void write(ParityReport report) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("agrees", report.agrees());
        json.writeStringField("headline", OneLine.ofLook(report));
        json.writeNumberField("agreeing", report.agreeing());
        string("environment", report.environment());
        ProfileOrigin profile = report.profile();
        string("profile", profile == null ? null : profile.name());
        string("from", profile == null ? null : profile.environment());
        string(
                "captured",
                profile == null || profile.capturedAt() == null
                        ? null
                        : profile.capturedAt().toString());
        json.writeStringField("at", report.startedAt().toString());
        json.writeNumberField("took", report.took().toMillis());
        json.writeArrayFieldStart("services");
        for (ServiceSummary service : report.services()) {
            service(service);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("findings");
        for (Finding finding : report.findings()) {
            finding(finding);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("texts");
        for (String each : texts.keySet()) {
            json.writeString(each);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void service(ServiceSummary service) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", service.name());
        json.writeStringField("kind", service.kind());
        string("product", service.product());
        json.writeStringField("outcome", service.outcome().id().replace('_', ' '));
        json.writeNumberField("agreeing", service.agreeing());
        json.writeNumberField("took", service.took().toMillis());
        json.writeEndObject();
    }

    /** In the order that the page's script knows. */
    private void finding(Finding finding) throws IOException {
        json.writeStartArray();
        for (@Nullable
        String text : new @Nullable String[] {
            Sentences.word(finding),
            finding.service(),
            finding.id(),
            finding.cause(),
            finding.expected(),
            finding.expectedFrom(),
            Sentences.actual(finding),
            finding.source(),
            finding.why(),
            finding.fix(),
            finding.owner(),
            finding.runbook(),
            finding.waiver() == null ? null : Sentences.of(finding)
        }) {
            json.writeNumber(text == null ? -1 : number(Printable.line(text, MAX_TEXT)));
        }
        if (!finding.consequences().isEmpty()) {
            json.writeStartArray();
            for (Finding consequence : finding.consequences()) {
                json.writeNumber(number(OneLine.of(consequence)));
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private int number(String text) {
        Integer known = texts.putIfAbsent(text, texts.size());
        return known == null ? texts.size() - 1 : known;
    }

    private void string(String name, @Nullable String value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value);
        }
    }
}
