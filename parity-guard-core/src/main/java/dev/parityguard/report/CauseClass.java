package dev.parityguard.report;

import java.util.Set;

/** The classes of cause that tell who has to act, where the values alone do not show it. */
public final class CauseClass {
    /** Expected of the structure of a database, and a migration would bring it. */
    public static final String MIGRATION_NOT_APPLIED = "migration not applied";

    /** Made or changed beside the migrations: there are more objects, or the same migrations have run here. */
    public static final String DRIFT = "drift";

    /** There by its name, and does not do what its name says. */
    public static final String INVALID_OBJECT = "invalid object";

    /** A migration was changed after it had run. */
    public static final String EDITED = "edited after it was applied";

    /** Migrations have run that the application does not have. */
    public static final String DATABASE_AHEAD = "database ahead";

    /** The service is another environment's. */
    public static final String IDENTITY = "identity";

    private static final Set<String> ALL = Set.of(MIGRATION_NOT_APPLIED, DRIFT, INVALID_OBJECT, EDITED, DATABASE_AHEAD);

    private CauseClass() {}

    static boolean isOne(String cause) {
        return ALL.contains(cause);
    }
}
