package dev.parityguard.spring;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * The beans that the guard looks through, and the kinds of service that each can stand for. Those whose first answer takes
 * longest come first: while it is on its way, the others are made.
 */
enum ClientKind {
    DATA_SOURCE(
            "javax.sql.DataSource",
            "postgresql mysql mariadb microsoft.sql_server oracle.db sqlite h2database hsqldb derby cockroachdb "
                    + "aws.redshift ibm.db2 sap.hana other_sql sql",
            "datasource",
            "db database"),
    /** One client serves any number of buckets. */
    S3("software.amazon.awssdk.services.s3.S3Client", "s3", "s3client client", "s3 bucket"),
    REDIS(
            "org.springframework.data.redis.connection.RedisConnectionFactory",
            "redis",
            "redisconnectionfactory connectionfactory",
            "redis");

    private final String type;
    private final String services;
    private final String beanSuffixes;
    private final String serviceSuffixes;

    ClientKind(String type, String services, String beanSuffixes, String serviceSuffixes) {
        this.type = type;
        this.services = services;
        this.beanSuffixes = beanSuffixes;
        this.serviceSuffixes = serviceSuffixes;
    }

    /** What looks at that kind of service, or null when no bean does. */
    static @Nullable ClientKind of(String service) {
        for (ClientKind kind : values()) {
            if (Arrays.asList(words(kind.services)).contains(service)) {
                return kind;
            }
        }
        return null;
    }

    /** The type of such beans, or null when the application does not have it. */
    @Nullable
    Class<?> type(@Nullable ClassLoader loader) {
        try {
            return ClassUtils.forName(type, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    /** The type's name as a person reads it. */
    String typeName() {
        return ClassUtils.getShortName(type);
    }

    /** What a bean is called beside what it is: {@code orders} for {@code ordersDataSource}. */
    String nameOfBean(String letters) {
        return without(beanSuffixes, letters);
    }

    /** What a service is called beside what it is: {@code orders} for {@code orders-db}. */
    String nameOfService(String letters) {
        return without(serviceSuffixes, letters);
    }

    private static String without(String suffixes, String letters) {
        for (String suffix : words(suffixes)) {
            if (letters.length() > suffix.length() && letters.endsWith(suffix)) {
                return letters.substring(0, letters.length() - suffix.length());
            }
        }
        return letters;
    }

    private static String[] words(String text) {
        return text.split(" ", -1);
    }
}
