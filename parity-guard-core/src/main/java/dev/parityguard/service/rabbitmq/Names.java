package dev.parityguard.service.rabbitmq;

import dev.parityguard.target.Target;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the target says has to be there: queues and exchanges by name. */
record Names(List<String> queues, List<String> exchanges) {
    private static final Pattern COMMA = Pattern.compile(",");

    static Names of(Target target) {
        return new Names(list(target.property("queues")), list(target.property("exchanges")));
    }

    boolean isEmpty() {
        return queues.isEmpty() && exchanges.isEmpty();
    }

    private static List<String> list(@Nullable String names) {
        return COMMA.splitAsStream(names == null ? "" : names)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
