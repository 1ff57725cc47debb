package dev.parityguard.service.jvm;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.probe.ProbeContext;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** What costs a cold JVM tens of milliseconds to look at, and so is told where it is asked for only. */
final class Extras {
    private static final String ASK = "ask";
    private static final String LOCALE_DATA = "locale_data";
    private static final String GARBAGE_COLLECTOR = "garbage_collector";

    private Extras() {}

    static void tell(ProbeContext context, Facts.Builder facts, List<Unknown> unknowns) {
        String property = context.property(ASK);
        List<String> asked = property == null ? List.of() : List.of(property.split("[,\\s]+", -1));
        if (asked.contains(LOCALE_DATA)) {
            localeData(facts);
        } else {
            unknowns.add(notAsked("locale_data.*", LOCALE_DATA));
        }
        if (asked.contains(GARBAGE_COLLECTOR)) {
            facts.put(GARBAGE_COLLECTOR, collectors());
        } else {
            unknowns.add(notAsked(GARBAGE_COLLECTOR, GARBAGE_COLLECTOR));
        }
    }

    private static Unknown notAsked(String facts, String word) {
        return new Unknown(facts, Cause.NOT_SUPPORTED, "the property ask of the service has to name ".concat(word));
    }

    /** Answers that changed between releases of the locale data: in Java 20 the blank before AM became a narrow one. */
    private static void localeData(Facts.Builder facts) {
        DateTimeFormatter time =
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(Locale.US);
        facts.put("locale_data.time", escaped(time.format(LocalTime.of(11, 0))));
        facts.put("locale_data.month", Month.SEPTEMBER.getDisplayName(TextStyle.SHORT, Locale.UK));
        facts.put("locale_data.number", escaped(String.format(Locale.FRANCE, "%,.2f", 1234.5)));
        DayOfWeek first = WeekFields.of(Locale.getDefault()).getFirstDayOfWeek();
        facts.put("locale_data.first_day_of_week", first.name().toLowerCase(Locale.ROOT));
    }

    /** Blanks that cannot be told from one another are written as their code. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars()
                .forEach(c -> escaped.append(
                        c != ' ' && Character.isSpaceChar(c) ? String.format("\\u%04x", c) : String.valueOf((char) c)));
        return escaped.toString();
    }

    private static String collectors() {
        TreeSet<String> names = new TreeSet<>();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            names.add(collector.getName());
        }
        return String.join(", ", names);
    }
}
