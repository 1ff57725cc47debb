package dev.parityguard.service.jdbc;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.probe.ProbeContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Statements by the fact that they answer, each asked for itself, so that one that is refused costs no other: for
 * engines that run in the same process, where a round trip costs nothing.
 *
 * <p>The rows of an answer are joined by blanks; a family ({@code setting.*}) is answered by rows of name and value. A
 * statement that is left empty is not asked: the engine has nothing of the kind.
 */
final class Questions {
    private static final String RESOURCE = "questions.properties";

    private final Map<String, String> statements = new TreeMap<>();

    private Questions(Map<?, ?> statements) {
        statements.forEach((fact, sql) -> {
            if (!sql.toString().isBlank()) {
                this.statements.put(fact.toString(), sql.toString());
            }
        });
    }

    /** The questions that all engines are asked, in the wording of {@code questions.properties} beside a class. */
    static Questions load(Class<?> beside) {
        return new Questions(SharedProperties.load(beside, RESOURCE));
    }

    /**
     * Asks them all.
     *
     * @throws SQLException when the connection broke; a single refusal is an unknown, or itself the answer
     */
    void ask(Connection connection, ProbeContext context, Facts.Builder facts, List<Unknown> unknowns)
            throws SQLException {
        for (Map.Entry<String, String> question : statements.entrySet()) {
            String fact = question.getKey();
            try {
                Query.read(connection, question.getValue(), context, answer -> {
                    put(fact, answer, facts);
                    return facts;
                });
            } catch (SQLException e) {
                if (connection.isClosed() || context.deadline().passed()) {
                    throw e;
                }
                if (SqlFailure.refusesValue(e)) {
                    facts.put(fact, "refused");
                } else {
                    unknowns.add(unknown(fact, e));
                }
            }
        }
    }

    private static void put(String fact, ResultSet answer, Facts.Builder facts) throws SQLException {
        if (fact.endsWith("*")) {
            String family = fact.substring(0, fact.length() - 1);
            while (answer.next()) {
                facts.put(family + answer.getString(1), answer.getString(2));
            }
            return;
        }
        StringJoiner rows = new StringJoiner(" ");
        while (answer.next()) {
            String value = answer.getString(1);
            if (value == null) {
                return;
            }
            // Some engines pad a literal to the length of the longest beside it.
            rows.add(value.stripTrailing());
        }
        facts.put(fact, rows);
    }

    private static Unknown unknown(String fact, SQLException refusal) {
        String state = refusal.getSQLState() == null ? "" : refusal.getSQLState();
        String told = state.isEmpty() ? "" : " (SQL state " + state + ")";
        if (state.startsWith("425")) {
            return new Unknown(
                    fact, Cause.NOT_PERMITTED, "the right to use the engine's own functions and views" + told);
        }
        return state.startsWith("42")
                ? new Unknown(fact, Cause.NOT_SUPPORTED, "a release of the engine that understands the question" + told)
                : new Unknown(fact, Cause.UNREADABLE, "an answer instead of a refusal" + told);
    }
}
