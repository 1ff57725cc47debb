package dev.parityguard.profile;

import dev.parityguard.fact.Compare;
import dev.parityguard.fact.Mode;
import dev.parityguard.fact.Severity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The words that the format knows, in the order in which they are told. */
final class Words {
    static final Map<String, Compare> COMPARE = words(Compare.values(), Compare::id);
    static final Map<String, Severity> SEVERITY = words(Severity.values(), Severity::id);
    static final Map<String, Mode> MODE = words(Mode.values(), Mode::id);
    static final Map<String, VariableContract.Type> TYPE =
            words(VariableContract.Type.values(), VariableContract.Type::id);

    private Words() {}

    private static <E> Map<String, E> words(E[] values, Function<E, String> id) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E value : values) {
            words.put(id.apply(value), value);
        }
        return words;
    }
}
