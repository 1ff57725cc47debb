package dev.parityguard.service.mongodb;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoClient;
import dev.parityguard.probe.Deadline;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** Sends commands that read, one after the other over one connection of the client's pool, each until the deadline. */
final class Commands {
    /** Time to say that there was no answer, before the run says it. */
    private static final double PART_TO_WAIT = 0.8;

    private final MongoClient client;
    private final Deadline deadline;

    Commands(MongoClient client, Deadline deadline) {
        this.client = client;
        this.deadline = deadline;
    }

    Reply send(String database, Document command) {
        String name = command.keySet().iterator().next();
        long millis = Math.max(1, Math.round(deadline.remainingMillis() * PART_TO_WAIT));
        try {
            Document answer = client.getDatabase(database)
                    .withTimeout(millis, TimeUnit.MILLISECONDS)
                    .runCommand(command, ReadPreference.primaryPreferred());
            return new Reply(name, answer, 0, null);
        } catch (MongoCommandException e) {
            return new Reply(name, new Document(), e.getErrorCode() == 0 ? -1 : e.getErrorCode(), null);
        } catch (MongoException e) {
            return new Reply(name, new Document(), 0, Failures.unreachable(e, client.getClusterDescription()));
        }
    }
}
