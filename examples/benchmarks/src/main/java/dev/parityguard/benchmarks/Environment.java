package dev.parityguard.benchmarks;

import dev.parityguard.servers.PostgresServer;
import dev.parityguard.servers.RedisServer;
import dev.parityguard.servers.S3Server;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Three real servers. */
record Environment(PostgresServer database, RedisServer cache, S3Server uploads) implements AutoCloseable {
    static final String DATABASE = "database";
    static final String CACHE = "cache";
    static final String UPLOADS = "uploads";

    static Environment start() {
        Environment environment = new Environment(
                PostgresServer.version("16").start(),
                RedisServer.version("7.4.1").start(),
                S3Server.s3proxy(S3Server.Backend.TRANSIENT).start());
        try (Uploads uploads = Uploads.open(
                environment.uploads.endpoint().toString(),
                environment.uploads.accessKey(),
                environment.uploads.secretKey())) {
            S3Client client = uploads.client();
            client.createBucket(request -> request.bucket(Uploads.BUCKET));
            client.putObject(request -> request.bucket(Uploads.BUCKET).key("receipt"), RequestBody.fromString("1"));
        }
        return environment;
    }

    static String[] allServices() {
        return new String[] {DATABASE, CACHE, UPLOADS};
    }

    /** The variables of an application that finds the servers themselves. */
    Map<String, String> variables() {
        return variables(database.port(), cache.port(), uploads.port());
    }

    /** The variables of an application that finds the servers at other ports. */
    Map<String, String> variables(int databasePort, int cachePort, int uploadsPort) {
        String host = database.host();
        return Map.of(
                "DATABASE_URL", "jdbc:postgresql://" + host + ":" + databasePort + "/postgres?user=postgres",
                "REDIS_URL", "redis://" + host + ":" + cachePort,
                "S3_ENDPOINT", "http://" + host + ":" + uploadsPort,
                "S3_ACCESS_KEY", uploads.accessKey(),
                "S3_SECRET_KEY", uploads.secretKey());
    }

    @Override
    public void close() {
        uploads.close();
        cache.close();
        database.close();
    }
}
