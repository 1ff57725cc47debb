package dev.parityguard.fact;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the library knows of a fact: knowledge, not judgement. Immutable.
 *
 * @param name the fact's name, or a pattern ending in {@code *} for a family of facts
 * @param title what it is, in a few words
 * @param why what breaks when it differs, one sentence
 * @param fix what to do, one sentence; {@code {expected}}, {@code {actual}} and {@code {name}} (the part that a
 *     pattern's star stands for) are filled in
 * @param compare how values are compared unless a rule says otherwise
 * @param normalisation which spellings mean the same
 * @param severity how much a differing value matters
 * @param absent how much it matters that the expected fact does not exist
 * @param factClass what a difference means
 * @param sound the sound value whatever any profile says (several are separated by {@code |}), by the service's
 *     intended use; the empty use holds for every use
 * @param soundSeverity how much an unsound value matters
 * @param unknown how much it matters that the fact could not be looked at, where nobody says otherwise
 * @param explainedBy another fact of the same service that explains a mismatch of this one when it differs too, or null
 * @param summarisedBy the fact that sums up all facts of this family: while it is as expected, they are as well and are
 *     not told; or null
 * @param afterMigrations whether it is only looked at once migrations have run, although no fact sums it up
 * @param cause the class of cause of a mismatch, or null for that of the fact
 * @param absentCause the class of cause where the expected fact does not exist, or null for {@code missing}
 * @param evidence {@code server} when reading it was tried on a real server, {@code documentation} when not
 */
public record FactDescription(
        String name,
        String title,
        String why,
        String fix,
        Compare compare,
        Normalisation normalisation,
        Severity severity,
        Severity absent,
        FactClass factClass,
        Map<String, String> sound,
        Severity soundSeverity,
        Severity unknown,
        @Nullable String explainedBy,
        @Nullable String summarisedBy,
        boolean afterMigrations,
        @Nullable String cause,
        @Nullable String absentCause,
        String evidence) {

    public FactDescription {
        sound = Map.copyOf(sound);
    }

    /** The sound value for a service of that use, or null where any value may be right. */
    public @Nullable String soundFor(@Nullable String use) {
        String forUse = use == null ? null : sound.get(use);
        return forUse != null ? forUse : sound.get("");
    }
}
