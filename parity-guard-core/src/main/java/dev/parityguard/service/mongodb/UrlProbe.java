package dev.parityguard.service.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoConfigurationException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.fact.Unreachable;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeContext;
import dev.parityguard.target.Secret;
import java.util.concurrent.TimeUnit;

/** Looks through a client of its own, which is closed at once. */
final class UrlProbe implements Probe {
    private final Secret url;
    private final Collections collections;

    UrlProbe(Secret url, Collections collections) {
        this.url = url;
        this.collections = collections;
    }

    @Override
    public Observation observe(ProbeContext context) {
        ConnectionString connection;
        try {
            connection = new ConnectionString(url.reveal());
        } catch (IllegalArgumentException e) {
            return new NotProbed("the URL cannot be read: mongodb://user:password@host:port/database is expected, with "
                    + "%-encoding where user or password hold : / ? # [ ] @ or %");
        } catch (MongoConfigurationException e) {
            return new Unreachable(Cause.UNREACHABLE, "the hosts behind mongodb+srv are not known here");
        }
        try (MongoClient client =
                MongoClients.create(settings(connection, context.deadline().remainingMillis()))) {
            context.onCancel(client);
            return new Inspection(client, collections.inDatabase(connection.getDatabase()), context.deadline())
                    .observe();
        }
    }

    private static MongoClientSettings settings(ConnectionString connection, int millis) {
        return MongoClientSettings.builder()
                .applyConnectionString(connection)
                .applyToSocketSettings(sockets -> sockets.connectTimeout(millis, TimeUnit.MILLISECONDS)
                        .readTimeout(millis, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.minSize(0).maxSize(1))
                .build();
    }
}
