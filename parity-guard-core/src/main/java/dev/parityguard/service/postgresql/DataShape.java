package dev.parityguard.service.postgresql;

import dev.parityguard.fact.Fact;
import dev.parityguard.fact.Facts;
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
import org.jspecify.annotations.Nullable;

/** Tells the shape of data in one statement about the planner's statistics, where the service's properties ask for it. */
final class DataShape {
    static final String FACTS = "shape.*";

    /** The tables, separated by commas, or {@code *} for all. */
    static final String TABLES = "data-shape";

    /** Columns of reference data, such as {@code country.code}, separated by commas. */
    static final String REFERENCE = "reference-data";

    /** More than these are nobody's interest, and would make a profile of their own. */
    static final int MOST_FACTS = 5_000;

    private final Connection connection;
    private final ProbeContext context;

    DataShape(Connection connection, ProbeContext context) {
        this.connection = connection;
        this.context = context;
    }

    Observed addedTo(Observed before) {
        Facts.Builder facts = Facts.builder();
        for (Fact fact : before.facts()) {
            facts.put(fact.name(), fact.value(), fact.source());
        }
        List<Unknown> unknowns = new ArrayList<>(before.unknowns());
        String tables = context.property(TABLES);
        if (tables == null) {
            unknowns.add(new Unknown(FACTS, Cause.NOT_SUPPORTED, "the property " + TABLES + " of the service"));
        } else {
            List<Unknown> late = new ArrayList<>(unknowns);
            late.add(SchemaFailure.tooLate(FACTS));
            context.soFar(new Observed(before.kind(), facts.build(), late));
            look(tables, facts, unknowns);
        }
        return new Observed(before.kind(), facts.build(), unknowns);
    }

    private void look(String tables, Facts.Builder facts, List<Unknown> unknowns) {
        try {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            SchemaStatement statement = new SchemaStatement(major, context.property("schemas"));
            String sql = statement.shape(tables, context.property(REFERENCE), context.keyed(REFERENCE));
            List<Row> rows = Query.rows(connection, sql, context);
            if (rows.size() > MOST_FACTS) {
                unknowns.add(new Unknown(
                        FACTS, Cause.NOT_SUPPORTED, rows.size() + " facts; name fewer tables in " + TABLES));
                return;
            }
            for (Row row : rows) {
                if (row.value() != null) {
                    facts.put(row.name(), row.value());
                } else if (row.source() != null) {
                    unknowns.add(gap(row.name(), row.source()));
                }
            }
        } catch (SQLException e) {
            unknowns.add(SchemaFailure.unknown(FACTS, e));
        }
    }

    private static Unknown gap(String fact, @Nullable String why) {
        return switch (String.valueOf(why)) {
            case "stale" ->
                new Unknown(fact, Cause.NOT_SUPPORTED, "statistics that are missing or old: ANALYZE the table");
            case "many" -> new Unknown(fact, Cause.NOT_SUPPORTED, "more than 100 values are no reference data");
            default -> new Unknown(fact, Cause.NOT_PERMITTED, "SELECT on the column, of a table without row security");
        };
    }
}
