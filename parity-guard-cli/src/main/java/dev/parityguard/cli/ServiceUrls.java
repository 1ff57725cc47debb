package dev.parityguard.cli;

import dev.parityguard.cli.input.BadInput;
import dev.parityguard.profile.ServiceExpectation;
import dev.parityguard.target.Target;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns URLs with references into targets. */
final class ServiceUrls {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");

    private final Map<String, String> variables;
    private final Duration deadline;

    ServiceUrls(Map<String, String> variables, Duration deadline) {
        this.variables = variables;
        this.deadline = deadline;
    }

    /** A service as the command line gives it. */
    Target given(String name, String url) {
        Matcher reference = REFERENCE.matcher(url);
        while (reference.find()) {
            if (variables.getOrDefault(reference.group(1), "").isBlank()) {
                throw new BadInput("--service " + name + ": the variable " + reference.group(1) + " is not set");
            }
        }
        Target target = target(resolved(url));
        return REFERENCE.matcher(url).find() ? target.writtenAs(url) : target;
    }

    /** Tells the services of the profile whose URL core cannot open by itself; the others it finds alone. */
    void find(SortedMap<String, ServiceExpectation> expected, BiConsumer<String, Target> found) {
        expected.forEach((name, service) -> {
            String url = service.url() == null ? "" : resolved(service.url());
            if (MysqlUrl.isOne(url)) {
                found.accept(name, target(url));
            }
        });
    }

    private Target target(String url) {
        if (!MysqlUrl.isOne(url)) {
            return Target.url(url);
        }
        try {
            return Target.of(MysqlUrl.dataSource(url, deadline));
        } catch (SQLException | IllegalArgumentException e) {
            return Target.missing("the URL cannot be read: mysql://user:password@host:port/database is expected");
        }
    }

    private String resolved(String text) {
        return REFERENCE.matcher(text).replaceAll(reference -> {
            @Nullable String value = variables.get(reference.group(1));
            return Matcher.quoteReplacement(value == null ? reference.group() : value.strip());
        });
    }
}
