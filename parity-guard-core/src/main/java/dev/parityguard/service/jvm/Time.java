package dev.parityguard.service.jvm;

import dev.parityguard.fact.Facts;
import java.time.zone.ZoneRulesProvider;
import java.util.Set;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** The default time zone, and how new the rules of time zones are. */
final class Time {
    private static final Set<String> UTC = Set.of(
            "Etc/GMT", "Etc/UCT", "Etc/UTC", "Etc/Universal", "Etc/Zulu", "GMT", "UCT", "UTC", "Universal", "Zulu");
    private static final String HEADER = "\u0001\u0000\u0004TZDB\u0000\u0001\u0000\u0005";
    private static final int VERSION = 5;

    private Time() {}

    static void tell(Host host, Facts.Builder facts) {
        String zone = TimeZone.getDefault().getID();
        facts.put("time_zone", UTC.contains(zone) ? "UTC" : zone);
        facts.put("time_zone_data", comparable(version(host)));
    }

    /** The JDK's file tells it in its head; the JDK itself tells it after having read all of the file. */
    private static String version(Host host) {
        String home = host.property("java.home");
        if (home != null && host.property("java.time.zone.DefaultZoneRulesProvider") == null) {
            String head = host.read(home.concat("/lib/tzdb.dat"), HEADER.length() + VERSION);
            String version = versionAfter(head);
            if (version != null) {
                return version;
            }
        }
        return ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();
    }

    private static @Nullable String versionAfter(@Nullable String head) {
        return head != null && head.startsWith(HEADER) && head.length() == HEADER.length() + VERSION
                ? head.substring(HEADER.length())
                : null;
    }

    /** The second release of a year, {@code 2025b}, as a version that can be compared. */
    private static String comparable(String version) {
        int letter = version.charAt(version.length() - 1) - 'a';
        if (version.length() != VERSION || letter < 0 || letter > 25) {
            return version;
        }
        return new StringBuilder(version)
                .deleteCharAt(VERSION - 1)
                .append('.')
                .append(letter + 1)
                .append(" (")
                .append(version)
                .append(')')
                .toString();
    }
}
