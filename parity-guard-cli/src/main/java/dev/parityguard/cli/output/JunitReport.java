package dev.parityguard.cli.output;

import dev.parityguard.fact.Severity;
import dev.parityguard.report.Finding;
import dev.parityguard.report.OneLine;
import dev.parityguard.report.Outcome;
import dev.parityguard.report.ParityReport;
import dev.parityguard.report.Printable;
import dev.parityguard.report.ServiceSummary;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A report as JUnit XML: a suite for each service, a case for each finding and one for all that agrees. Mismatches fail,
 * unknowns that count as errors are errors, other unknowns and what is excused are skipped, notes pass.
 */
final class JunitReport {
    private static final int MAX = 10_000;

    private final XMLStreamWriter xml;

    private JunitReport(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(ParityReport report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            new JunitReport(xml).write(report);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string can always be written", e);
        }
        return text.append('\n').toString();
    }

    private void write(ParityReport report) throws XMLStreamException {
        Map<String, List<Finding>> suites = new TreeMap<>();
        for (ServiceSummary service : report.services()) {
            suites.put(service.name(), new ArrayList<>());
        }
        for (Finding finding : report.findings()) {
            suites.computeIfAbsent(finding.service(), name -> new ArrayList<>()).add(finding);
        }
        line(0);
        xml.writeStartElement("testsuites");
        attribute("name", "Parity Guard: " + report.application());
        for (Map.Entry<String, List<Finding>> suite : suites.entrySet()) {
            suite(report, suite.getKey(), suite.getValue());
        }
        line(0);
        xml.writeEndElement();
    }

    private void suite(ParityReport report, String name, List<Finding> findings) throws XMLStreamException {
        double seconds = report.services().stream()
                .filter(service -> service.name().equals(name))
                .mapToDouble(service -> service.took().toMillis() / 1000.0)
                .sum();
        line(1);
        xml.writeStartElement("testsuite");
        attribute("name", name);
        attribute("tests", String.valueOf(findings.size() + 1));
        attribute("failures", count(findings, "failure"));
        attribute("errors", count(findings, "error"));
        attribute("skipped", count(findings, "skipped"));
        attribute("time", String.format(Locale.ROOT, "%.3f", seconds));
        attribute("timestamp", report.startedAt().toString());
        agreeing(report, name);
        for (Finding finding : findings) {
            testCase(finding);
        }
        line(1);
        xml.writeEndElement();
    }

    private void agreeing(ParityReport report, String name) throws XMLStreamException {
        long agreeing = report.services().stream()
                .filter(service -> service.name().equals(name))
                .mapToInt(ServiceSummary::agreeing)
                .sum();
        line(2);
        xml.writeEmptyElement("testcase");
        attribute("classname", name);
        attribute("name", agreeing + " facts agree");
        attribute("time", "0");
    }

    private void testCase(Finding finding) throws XMLStreamException {
        line(2);
        xml.writeStartElement("testcase");
        attribute("classname", finding.service());
        attribute("name", finding.id());
        attribute("time", "0");
        String element = element(finding);
        if (element.equals("skipped")) {
            line(3);
            xml.writeEmptyElement(element);
            attribute("message", Sentences.word(finding) + ": " + message(finding));
        } else if (!element.isEmpty()) {
            line(3);
            xml.writeStartElement(element);
            attribute("type", finding.severity().id());
            attribute("message", message(finding));
            xml.writeCharacters(printable("why: " + finding.why()) + "\n" + printable("fix: " + finding.fix()));
            xml.writeEndElement();
        }
        line(2);
        xml.writeEndElement();
    }

    private static String message(Finding finding) {
        return finding.waiver() == null ? OneLine.of(finding) : Sentences.of(finding);
    }

    /** What a case holds; nothing for a case that passes. */
    private static String element(Finding finding) {
        if (finding.waiver() != null) {
            return "skipped";
        }
        if (finding.outcome() == Outcome.UNKNOWN) {
            return finding.severity() == Severity.ERROR ? "error" : "skipped";
        }
        return finding.severity() == Severity.INFO || finding.outcome() == Outcome.NOTE ? "" : "failure";
    }

    private static String count(List<Finding> findings, String element) {
        return String.valueOf(findings.stream()
                .filter(finding -> element(finding).equals(element))
                .count());
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, printable(value));
    }

    /** XML has no way to write most control characters. */
    private static String printable(String text) {
        return Printable.line(text, MAX).replaceAll("[\\uFFFE\\uFFFF]", "?");
    }
}
