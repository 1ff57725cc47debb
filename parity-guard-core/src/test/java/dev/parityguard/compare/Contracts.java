package dev.parityguard.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.profile.Profile;
import dev.parityguard.profile.ProfileReader;
import dev.parityguard.profile.VariableSource;
import dev.parityguard.report.Finding;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Profiles as people write them, and what is said of variables under them. */
final class Contracts {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    static final String SECRET = "'type': 'string', 'secret': true, 'minLength': 32";

    private Contracts() {}

    /** A profile with those members; apostrophes stand for quotation marks. */
    static Profile profile(String members) {
        String json = ("{'format': 1, 'name': 'orders', " + members + "}").replace('\'', '"');
        return ProfileReader.read(json.getBytes(StandardCharsets.UTF_8), "profile.json")
                .profile();
    }

    /** What is said in production of one variable with that contract and that value. */
    static List<Finding> findings(String name, String contract, String value) {
        return judge("'variables': {'" + name + "': {" + contract + "}}", "production", Map.of(name, value))
                .findings();
    }

    static VariablesJudgement judge(String members, @Nullable String environment, Map<String, String> variables) {
        return new VariablesComparison(profile(members), environment, TODAY).judge(VariableSource.of(variables));
    }

    /** The one finding that there is. */
    static Finding only(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
