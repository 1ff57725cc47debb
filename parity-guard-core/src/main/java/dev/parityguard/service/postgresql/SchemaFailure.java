package dev.parityguard.service.postgresql;

import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.service.jdbc.SqlFailure;
import java.sql.SQLException;
import java.util.Set;

/** Why the structure of a database, or a part of it, is not known, while the rest of the service is. */
final class SchemaFailure {
    /** Cancelled, by statement_timeout or by hand; lock_timeout; transaction_timeout. */
    private static final Set<String> CUT_SHORT = Set.of("57014", "55P03", "25P04");

    private SchemaFailure() {}

    /** The deadline passed before the structure was read. */
    static Unknown tooLate(String facts) {
        return new Unknown(facts, Cause.TIMED_OUT, "the structure of the database, which was not read in time");
    }

    /** Whether asking for less may help. */
    static boolean isOfOnePart(SQLException failure) {
        return !CUT_SHORT.contains(state(failure)) && !SqlFailure.isFatal(failure);
    }

    static Unknown unknown(String facts, SQLException failure) {
        String state = state(failure);
        String told = " (SQL state " + state + ")";
        if (CUT_SHORT.contains(state)) {
            return new Unknown(
                    facts,
                    Cause.TIMED_OUT,
                    "what ended the statement about the structure: statement_timeout, lock_timeout or a person" + told);
        }
        if (SqlFailure.isFatal(failure)) {
            return new Unknown(facts, Cause.UNREACHABLE, "the server, whose connection broke meanwhile" + told);
        }
        if ("42501".equals(state)) {
            return new Unknown(facts, Cause.NOT_PERMITTED, "read access to the system catalogs" + told);
        }
        if (state.startsWith("XX")) {
            return new Unknown(
                    facts, Cause.UNREADABLE, "an object that is broken, or was dropped while it was read" + told);
        }
        return new Unknown(facts, Cause.NOT_SUPPORTED, "the system catalogs of PostgreSQL" + told);
    }

    private static String state(SQLException failure) {
        return String.valueOf(failure.getSQLState());
    }
}
