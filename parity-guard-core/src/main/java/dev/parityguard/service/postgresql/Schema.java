package dev.parityguard.service.postgresql;

import dev.parityguard.fact.Fact;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Fingerprint;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.probe.ProbeContext;
import dev.parityguard.service.jdbc.Query;
import dev.parityguard.service.jdbc.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks at the structure of a database: one statement gives a fingerprint for each kind of object, made by the server, and
 * a second one tells the objects of those kinds that are not known yet. Whatever fails here leaves what was seen before.
 */
final class Schema {
    static final String FINGERPRINTS = "schema.fingerprint.*";

    /** More objects than these are summed up and not told one by one: nobody reads them, and each boot would. */
    static final int MOST_OBJECTS_TOLD = 20_000;

    private static final int LONGEST_NAME = 300;

    private final Connection connection;
    private final ProbeContext context;
    private final Facts.Builder facts = Facts.builder();
    private final List<Unknown> unknowns = new ArrayList<>();

    Schema(Connection connection, ProbeContext context) {
        this.connection = connection;
        this.context = context;
    }

    Observed addedTo(Observed ordinary) {
        for (Fact fact : ordinary.facts()) {
            facts.put(fact.name(), fact.value(), fact.source());
        }
        unknowns.addAll(ordinary.unknowns());
        unknowns.add(SchemaFailure.tooLate("schema.*"));
        context.soFar(new Observed(ordinary.kind(), facts.build(), unknowns));
        unknowns.remove(unknowns.size() - 1);
        try {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            look(new SchemaStatement(major, context.property("schemas")));
        } catch (SQLException e) {
            unknowns.add(SchemaFailure.unknown("schema.*", e));
        }
        return new Observed(ordinary.kind(), facts.build(), unknowns);
    }

    private void look(SchemaStatement statement) throws SQLException {
        Map<String, Row> changed = new TreeMap<>();
        long objects = 0;
        for (Row sum : sums(statement)) {
            if (context.knows(summary(sum.name()), fingerprint(sum))) {
                put(sum);
            } else {
                changed.put(sum.name(), sum);
                objects += Long.parseLong(String.valueOf(sum.source()));
            }
        }
        if (objects > MOST_OBJECTS_TOLD) {
            changed.values().forEach(this::put);
            for (String kind : changed.keySet()) {
                String missing = objects + " objects differ or are new, and at most " + MOST_OBJECTS_TOLD + " are told";
                unknowns.add(new Unknown(members(kind), Cause.NOT_SUPPORTED, missing));
            }
        } else if (!changed.isEmpty()) {
            tell(statement, changed);
        }
    }

    /** All at once, and only if the server cannot, one kind after the other. */
    private List<Row> sums(SchemaStatement statement) throws SQLException {
        try {
            return Query.rows(connection, statement.fingerprints(statement.parts()), context);
        } catch (SQLException e) {
            if (!SchemaFailure.isOfOnePart(e)) {
                throw e;
            }
        }
        List<Row> sums = new ArrayList<>();
        for (SchemaStatement.Part part : statement.parts()) {
            startAnew();
            try {
                sums.addAll(Query.rows(connection, statement.fingerprints(List.of(part)), context));
            } catch (SQLException e) {
                part.kinds().forEach(kind -> unread(kind, e));
            }
        }
        startAnew();
        return sums;
    }

    /** After an error PostgreSQL refuses everything until the transaction ends. */
    private void startAnew() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
    }

    private void tell(SchemaStatement statement, Map<String, Row> changed) {
        try {
            Map<String, Integer> told =
                    tell(Query.rows(connection, statement.objects(changed.keySet()), context), changed);
            changed.forEach((kind, sum) -> {
                if (String.valueOf(told.getOrDefault(kind, 0)).equals(sum.source())) {
                    put(sum);
                } else {
                    unknowns.add(new Unknown(summary(kind), Cause.UNREADABLE, "it changed while it was read"));
                }
            });
        } catch (SQLException e) {
            changed.keySet().forEach(kind -> unread(kind, e));
        }
    }

    /** How many objects of each kind there are. Several of one name, such as two indexes on the same columns, are one fact. */
    private Map<String, Integer> tell(List<Row> rows, Map<String, Row> changed) {
        Map<String, Integer> told = new TreeMap<>();
        String name = "";
        String definitions = "";
        for (Row row : rows) {
            String kind = String.valueOf(row.source());
            String next = name(kind, row.name());
            if (row.value() == null) {
                unknowns.add(new Unknown(next, Cause.UNREADABLE, "it was dropped while it was read"));
            } else if (changed.containsKey(kind)) {
                definitions = next.equals(name) ? definitions + " + " + row.value() : row.value();
                facts.put(next, definitions);
                name = next;
                told.merge(kind, 1, Integer::sum);
            }
        }
        return told;
    }

    private void unread(String kind, SQLException failure) {
        unknowns.add(SchemaFailure.unknown(summary(kind), failure));
        unknowns.add(SchemaFailure.unknown(members(kind), failure));
    }

    private void put(Row sum) {
        facts.put(summary(sum.name()), fingerprint(sum));
    }

    private static String summary(String kind) {
        return "schema.fingerprint." + kind;
    }

    private static String members(String kind) {
        return "schema." + kind + ".*";
    }

    private static String fingerprint(Row sum) {
        return sum.value() + " (" + sum.source() + ")";
    }

    /** An index on an expression is named by it, and may be as long. */
    private static String name(String kind, String object) {
        String name = "schema." + kind + "." + object;
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        int end = LONGEST_NAME - (Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1)) ? 1 : 0);
        return name.substring(0, end) + "…" + Fingerprint.of(object).substring(0, 8);
    }
}
