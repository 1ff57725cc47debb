package dev.parityguard.compare;

import dev.parityguard.fact.Facts;
import dev.parityguard.profile.ServiceExpectation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether the migrations that have run are those of the profile, where both tell. */
final class MigrationHistory {
    private static final String FAMILY = "migration.";
    private static final String HEAD = ".head";

    private MigrationHistory() {}

    /** True only where at least one history is known on both sides, and all of them have come equally far. */
    static boolean isTheSame(@Nullable ServiceExpectation expectation, Facts facts) {
        boolean known = false;
        if (expectation != null) {
            for (Map.Entry<String, List<String>> fact :
                    expectation.facts().tailMap(FAMILY).entrySet()) {
                if (!fact.getKey().startsWith(FAMILY)) {
                    break;
                }
                if (fact.getKey().endsWith(HEAD)) {
                    known = true;
                    String actual = facts.value(fact.getKey());
                    if (actual == null || !fact.getValue().contains(actual)) {
                        return false;
                    }
                }
            }
        }
        return known;
    }
}
