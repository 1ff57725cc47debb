package dev.parityguard.matching;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The clients that applications hold, and the kinds of service that each can stand for. In the order in which they are looked
 * through: those whose first answer takes longest come first, and while it is on its way the others are made.
 */
public enum ClientKind {
    /** A JDBC data source. Behind it there may be another engine than expected. */
    DATA_SOURCE("data source", "datasource|db|database"),
    /** A client of S3 or what speaks its protocol; one serves any number of buckets. */
    S3("S3 client", "s3client|client|s3|bucket"),
    /** A client of Redis or what speaks its protocol. */
    REDIS("Redis client", "redisconnectionfactory|connectionfactory|client|redis");

    private static final Set<String> ENGINES = Set.of(
            "sql",
            "postgresql",
            "cockroachdb",
            "mysql",
            "mariadb",
            "sqlite",
            "h2database",
            "hsqldb",
            "derby",
            "oracle.db",
            "microsoft.sql_server",
            "ibm.db2",
            "aws.redshift",
            "sap.hana",
            "other_sql");

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");

    private final String words;
    private final Pattern ending;

    ClientKind(String words, String endings) {
        this.words = words;
        this.ending = Pattern.compile("(?<=.)(" + endings + ")$");
    }

    /** What looks at that kind of service, or null when no client of these does. */
    public static @Nullable ClientKind of(String service) {
        return switch (service) {
            case "redis" -> REDIS;
            case "s3" -> S3;
            default -> ENGINES.contains(service) ? DATA_SOURCE : null;
        };
    }

    /** What such a client is called in a sentence. */
    String words() {
        return words;
    }

    /** Whether service and client have one name: {@code orders-db} and {@code ordersDb} or {@code ordersDbDataSource}. */
    boolean isSame(String service, String client) {
        String letters = letters(service);
        String clientLetters = letters(client);
        return letters.equals(clientLetters) || letters.equals(withoutEnding(clientLetters));
    }

    /** Whether they have one name beside what they are: {@code orders-db} and {@code ordersDataSource}. */
    boolean isSimilar(String service, String client) {
        return bare(service).equals(bare(client));
    }

    private String bare(String name) {
        return withoutEnding(withoutEnding(letters(name)));
    }

    private String withoutEnding(String letters) {
        return ending.matcher(letters).replaceFirst("");
    }

    private static String letters(String name) {
        return NO_LETTER.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
