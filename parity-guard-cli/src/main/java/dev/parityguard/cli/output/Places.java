package dev.parityguard.cli.output;

import dev.parityguard.profile.ProfileDocument;
import dev.parityguard.report.Finding;
import org.jspecify.annotations.Nullable;

/** Where in which file a finding is about something, for tools that show findings beside a file. */
@FunctionalInterface
public interface Places {
    /** A line of a file, counted from 1. */
    record Place(String file, int line) {}

    /** The place of that finding, or null when there is none. */
    @Nullable
    Place of(Finding finding);

    /** No place for any finding. */
    static Places none() {
        return finding -> null;
    }

    /** Where the profile says what is expected. */
    static Places in(ProfileDocument profile) {
        return finding -> {
            int line = finding.service().equals("environment")
                    ? profile.line("variables", finding.fact())
                    : profile.line("services", finding.service(), "facts", finding.fact());
            return new Place(profile.source(), line);
        };
    }
}
