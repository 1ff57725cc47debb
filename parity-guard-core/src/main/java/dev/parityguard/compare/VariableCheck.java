package dev.parityguard.compare;

import dev.parityguard.compare.VariableProblem.Cause;
import dev.parityguard.fact.Severity;
import dev.parityguard.profile.VariableContract;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong with the value of a variable that is set. Used once. */
final class VariableCheck {
    /** What templates leave behind: shell and Spring, Kubernetes, Helm. */
    private static final Pattern LEFTOVER = Pattern.compile(
            "\\$\\{[A-Za-z_][^{}]{0,200}\\}|\\$\\([A-Za-z_][A-Za-z0-9_.-]{0,100}\\)|\\{\\{[^{}]{1,200}\\}\\}");
    /** The same where it is all there is: shell, Windows, Maven, Azure Pipelines, Octopus, Python. */
    private static final Pattern ONLY_LEFTOVER =
            Pattern.compile("\\$[A-Z_][A-Z0-9_]{2,100}|%[A-Za-z_][A-Za-z0-9_]{1,100}%|@[A-Za-z_][A-Za-z0-9_.-]{1,100}@"
                    + "|__[A-Za-z][A-Za-z0-9_]{1,100}__|#\\{[^{}]{1,100}\\}|%\\([A-Za-z_][A-Za-z0-9_]{0,100}\\)s");

    private final String name;
    private final VariableContract contract;
    private final boolean required;
    private final boolean noLocalhost;
    private final List<VariableProblem> problems = new ArrayList<>();

    VariableCheck(String name, VariableContract contract, boolean required, boolean noLocalhost) {
        this.name = name;
        this.contract = contract;
        this.required = required;
        this.noLocalhost = noLocalhost;
    }

    /** The problems, the worst first. */
    List<VariableProblem> problems(String value) {
        String text = withoutQuotes(withoutWhiteSpace(value));
        if (text.isEmpty()) {
            return empty();
        }
        if (LEFTOVER.matcher(text).find() || ONLY_LEFTOVER.matcher(text).matches()) {
            add(VariableProblem.error(
                    Cause.UNRESOLVED,
                    "still holds a reference that nobody resolved",
                    "the application would take the reference itself for the value",
                    "set what it refers to, or write the value itself"));
        } else {
            judge(text);
        }
        problems.sort(Comparator.comparing(VariableProblem::severity).thenComparing(VariableProblem::cause));
        return problems;
    }

    private void judge(String text) {
        add(VariableTypes.check(name, contract, text));
        if (contract.secret() && isPlaceholder(text)) {
            add(VariableProblem.error(
                    Cause.PLACEHOLDER,
                    "is a placeholder that everybody knows",
                    "anybody can log in with it, or sign with it",
                    "generate a secret and give it to this environment only"));
        }
        if (text.length() < contract.minLength()) {
            add(VariableProblem.error(
                    Cause.TOO_SHORT,
                    "is shorter than " + contract.minLength() + " characters",
                    contract.secret() ? "a short secret can be guessed" : "the application relies on that length",
                    contract.secret() ? "generate a longer secret" : "write a longer value"));
        }
        if (noLocalhost && UriText.hostsOf(text).stream().anyMatch(UriText::isThisMachine)) {
            add(VariableProblem.error(
                    Cause.LOCALHOST,
                    "points to this machine",
                    "here the service does not run beside the application: a value of a developer's machine was left",
                    "give the address of this environment's service"));
        }
    }

    private boolean isPlaceholder(String text) {
        UriText uri = text.contains("//") ? UriText.parse(text) : null;
        String secret = uri == null ? text : uri.password();
        return secret != null && PlaceholderSecrets.isPlaceholder(secret, name);
    }

    private List<VariableProblem> empty() {
        if (!required && contract.type() == VariableContract.Type.STRING && !contract.secret()) {
            return List.of();
        }
        return List.of(new VariableProblem(
                Cause.EMPTY,
                required ? Severity.ERROR : Severity.WARNING,
                "is empty",
                "an empty value is not the same as none: no default is taken, and parsers fail on it",
                required ? "give it a value" : "give it a value or do not set it"));
    }

    private String withoutWhiteSpace(String value) {
        String text = strip(value);
        if (text.length() < value.length() && contract.type() != VariableContract.Type.JSON) {
            char last = value.charAt(value.length() - 1);
            String actual = last == '\n' || last == '\r' ? "ends with a line break" : "has white space around it";
            add(leftAround(Cause.WHITE_SPACE, actual, "take the white space away where it is set"));
        }
        return text;
    }

    private String withoutQuotes(String text) {
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        boolean quoted = text.length() > 1 && first == text.charAt(text.length() - 1);
        if (!quoted || !(first == '\'' || (first == '"' && contract.type() != VariableContract.Type.JSON))) {
            return text;
        }
        add(leftAround(
                Cause.QUOTES,
                "has quotes around it",
                "take the quotes away where it is set: not every reader of such files does"));
        return strip(text.substring(1, text.length() - 1));
    }

    /** A plain text may be meant so; a secret does not open with it, and nothing else can be read with it. */
    private VariableProblem leftAround(Cause cause, String actual, String fix) {
        boolean plain = contract.type() == VariableContract.Type.STRING && !contract.secret();
        return new VariableProblem(
                cause,
                plain ? Severity.WARNING : Severity.ERROR,
                actual,
                plain ? "it becomes a part of the value" : "passwords, numbers and addresses are other ones with it",
                fix);
    }

    private static String strip(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && isWhite(value.charAt(from))) {
            from++;
        }
        while (to > from && isWhite(value.charAt(to - 1))) {
            to--;
        }
        return value.substring(from, to);
    }

    /** White space and what looks like it: no-break and zero-width spaces, the byte order mark. */
    private static boolean isWhite(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff';
    }

    private void add(@Nullable VariableProblem problem) {
        if (problem != null) {
            problems.add(problem);
        }
    }
}
