package dev.parityguard.service.jdbc;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.probe.ProbeContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at an engine in the same process. */
record EmbeddedProbe(String kind, String product, Questions questions) {
    private static final Pattern NUMBERS = Pattern.compile("[0-9]+(?:\\.[0-9]+)*");

    Observed observe(Connection connection, ProbeContext context) throws SQLException {
        Facts.Builder facts = Facts.builder();
        List<Unknown> unknowns = new ArrayList<>();
        facts.put("product", product);
        facts.put("version", numbers(connection.getMetaData().getDatabaseProductVersion()));
        Names.ask(connection, context, facts);
        questions.ask(connection, context, facts, unknowns);
        return new Observed(kind, facts.build(), unknowns);
    }

    /** {@code 2.4.240 (2025-09-22)} is {@code 2.4.240}. */
    private static String numbers(String version) {
        Matcher numbers = NUMBERS.matcher(version);
        return numbers.find() ? numbers.group() : version;
    }
}
