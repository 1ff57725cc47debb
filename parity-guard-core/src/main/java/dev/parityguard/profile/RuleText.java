package dev.parityguard.profile;

import dev.parityguard.fact.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule as a profile says it, on one line. */
final class RuleText {
    private RuleText() {}

    static String of(Rule rule) {
        List<String> members = new ArrayList<>();
        members.add(text("fact", rule.fact()));
        if (!rule.in().isEmpty()) {
            members.add(Layout.member("in", array(rule.in())));
        }
        if (rule.compare() != null) {
            members.add(text("compare", rule.compare().id()));
        }
        if (!rule.values().isEmpty()) {
            members.add(
                    rule.values().size() == 1
                            ? text("value", rule.values().get(0))
                            : Layout.member("value", array(rule.values())));
        }
        severity(members, "severity", rule.severity());
        severity(members, "unknown", rule.unknown());
        Rule.Waiver waiver = rule.waiver();
        if (waiver != null) {
            members.add(text("waive", waiver.reason()));
            members.add(text("owner", waiver.owner()));
            members.add(text("until", waiver.until().toString()));
        }
        return "{ " + String.join(", ", members) + " }";
    }

    private static void severity(List<String> members, String name, @Nullable Severity severity) {
        if (severity != null) {
            members.add(text(name, severity.id()));
        }
    }

    private static String text(String name, String value) {
        return Layout.member(name, Layout.string(value));
    }

    private static String array(List<String> texts) {
        return "[" + String.join(", ", texts.stream().map(Layout::string).toList()) + "]";
    }
}
