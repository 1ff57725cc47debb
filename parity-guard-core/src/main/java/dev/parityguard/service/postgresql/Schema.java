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
import dev.parityguard.service.jdbc.SqlFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the structure of a database: one statement gives a fingerprint for each kind of object, made by the server, and
 * a second one tells the objects of those kinds that are not known yet.
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

    Observed addedTo(Observed ordinary) throws SQLException {
        for (Fact fact : ordinary.facts()) {
            facts.put(fact.name(), fact.value(), fact.source());
        }
        unknowns.addAll(ordinary.unknowns());
        try {
            look();
        } catch (SQLException e) {
            if (SqlFailure.isFatal(e)) {
                throw e;
            }
            unknowns.add(refused(e));
        }
        return new Observed(ordinary.kind(), facts.build(), unknowns);
    }

    private void look() throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        SchemaStatement statement = new SchemaStatement(major, context.property("schemas"));
        Set<String> unknownKinds = new TreeSet<>();
        long objects = 0;
        for (Row row : Query.rows(connection, statement.fingerprints(), context)) {
            String fingerprint = row.value() + " (" + row.source() + ")";
            String name = "schema.fingerprint." + row.name();
            facts.put(name, fingerprint);
            if (!context.knows(name, fingerprint)) {
                unknownKinds.add(row.name());
                objects += Long.parseLong(String.valueOf(row.source()));
            }
        }
        if (objects > MOST_OBJECTS_TOLD) {
            for (String kind : unknownKinds) {
                String missing = objects + " objects differ or are new, and at most " + MOST_OBJECTS_TOLD + " are told";
                unknowns.add(new Unknown("schema." + kind + ".*", Cause.NOT_SUPPORTED, missing));
            }
        } else if (!unknownKinds.isEmpty()) {
            tell(Query.rows(connection, statement.objects(unknownKinds), context), unknownKinds);
        }
    }

    /** Several objects of one name, such as two indexes on the same columns, are one fact. */
    private void tell(List<Row> rows, Set<String> kinds) {
        String name = "";
        String definitions = "";
        for (Row row : rows) {
            String kind = String.valueOf(row.source());
            String next = name(kind, row.name());
            if (kinds.contains(kind)) {
                definitions = next.equals(name) ? definitions + " + " + row.value() : String.valueOf(row.value());
                facts.put(next, definitions);
                name = next;
            }
        }
    }

    /** An index on an expression is named by it, and may be as long. */
    private static String name(String kind, String object) {
        StringBuilder name =
                new StringBuilder("schema.").append(kind).append('.').append(object);
        if (name.length() > LONGEST_NAME) {
            name.setLength(LONGEST_NAME);
            name.append('…').append(Fingerprint.of(object), 0, 8);
        }
        return name.toString();
    }

    private static Unknown refused(SQLException e) {
        @Nullable String state = e.getSQLState();
        boolean rights = "42501".equals(state);
        return new Unknown(
                "schema.*",
                rights ? Cause.NOT_PERMITTED : Cause.NOT_SUPPORTED,
                (rights ? "read access to the system catalogs" : "the system catalogs of PostgreSQL") + " (SQL state "
                        + state + ")");
    }
}
