package dev.parityguard.internal;

import dev.parityguard.profile.ProfileDocument;
import org.jspecify.annotations.Nullable;

/**
 * The profile as it was found.
 *
 * @param document the profile, or null when there is none or it cannot be used
 * @param location where it was looked for, as it may be shown
 * @param problem why it cannot be used, or what is odd about it; or null
 */
record ProfileLookup(
        @Nullable ProfileDocument document,
        String location,
        @Nullable Problem problem) {

    /**
     * What is wrong.
     *
     * @param kind what it leads to
     * @param sentence what is wrong, as a person reads it
     */
    record Problem(Kind kind, String sentence) {}

    /** What is wrong, by what it leads to. */
    enum Kind {
        /** It is there but is no profile. */
        UNREADABLE,
        /** It lies elsewhere and could not be had. */
        UNREACHABLE,
        /** It is not the one that is trusted. */
        UNTRUSTED,
        /** It could not be had anew; the copy of an earlier time is used. */
        COPIED
    }

    /** Where nobody has looked. */
    static ProfileLookup nowhere() {
        return new ProfileLookup(null, ProfileSource.DEFAULT, null);
    }
}
