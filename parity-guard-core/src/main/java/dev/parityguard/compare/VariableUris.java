package dev.parityguard.compare;

import dev.parityguard.compare.VariableProblem.Cause;
import dev.parityguard.profile.VariableContract;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the text of a variable is a URI with an accepted scheme. */
final class VariableUris {
    /** Schemes that may be told: a text before a colon may also be a part of a secret. */
    private static final Set<String> WELL_KNOWN = Set.of(
            "postgres",
            "postgresql",
            "jdbc:postgresql",
            "mysql",
            "jdbc:mysql",
            "mariadb",
            "jdbc:mariadb",
            "jdbc:oracle",
            "sqlserver",
            "jdbc:sqlserver",
            "sqlite",
            "jdbc:sqlite",
            "jdbc:h2",
            "redis",
            "rediss",
            "valkey",
            "valkeys",
            "mongodb",
            "mongodb+srv",
            "amqp",
            "amqps",
            "nats",
            "http",
            "https",
            "ws",
            "wss",
            "smtp",
            "smtps",
            "ldap",
            "ldaps",
            "s3",
            "file",
            "tcp");

    private VariableUris() {}

    static @Nullable VariableProblem check(VariableContract contract, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<String> accepted = contract.schemes();
        UriText uri = UriText.parse(text);
        String flaw = UriText.flaw(text);
        if (uri == null || flaw != null) {
            return VariableTypes.type(
                    "is not a URI: " + (flaw == null ? "it has no scheme" : flaw),
                    "a client fails on it, or takes something else for the host",
                    "write scheme://user:password@host:port/name, with %-escapes for special characters");
        }
        return accepted.isEmpty()
                        || accepted.stream().anyMatch(scheme -> lower.startsWith(scheme.toLowerCase(Locale.ROOT) + ":"))
                ? null
                : scheme(accepted, uri.scheme());
    }

    private static VariableProblem scheme(List<String> accepted, String found) {
        String actual = "has another scheme" + (WELL_KNOWN.contains(found) ? ": " + found : "");
        String wanted = String.join(" or ", accepted);
        if (found.equals("postgres") && accepted.contains("postgresql")) {
            return VariableProblem.error(
                    Cause.SCHEME,
                    actual,
                    "some platforms hand out postgres://, which many clients refuse",
                    "write postgresql:// in place of postgres://");
        }
        if (found.equals("rediss") && accepted.contains("redis")) {
            return VariableProblem.warning(
                    Cause.SCHEME,
                    actual,
                    "rediss is Redis over TLS: a client that only reads host and port speaks plain text and is cut off",
                    "make sure that the client turns TLS on, then accept rediss in the contract");
        }
        if (found.equals("redis") && accepted.contains("rediss")) {
            return VariableProblem.error(
                    Cause.SCHEME,
                    actual,
                    "redis is plain text where TLS (rediss) is demanded: the server hangs up, or anybody can listen",
                    "write rediss:// and the port on which the server speaks TLS");
        }
        return VariableProblem.error(
                Cause.SCHEME,
                actual,
                "the client that the application uses does not speak it",
                "give the address of a service with the scheme " + wanted);
    }
}
