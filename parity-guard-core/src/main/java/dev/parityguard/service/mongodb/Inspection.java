package dev.parityguard.service.mongodb;

import com.mongodb.client.MongoClient;
import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Unreachable;
import dev.parityguard.probe.Deadline;
import java.util.List;
import org.bson.Document;

/** One look through a client. */
final class Inspection {
    private static final String ADMIN = "admin";
    private static final int COMMAND_NOT_FOUND = 59;

    private final MongoClient client;
    private final Collections collections;
    private final Commands commands;

    Inspection(MongoClient client, Collections collections, Deadline deadline) {
        this.client = client;
        this.collections = collections;
        this.commands = new Commands(client, deadline);
    }

    Observation observe() {
        Reply hello = admin("hello");
        if (hello.code() == COMMAND_NOT_FOUND) {
            // Before 4.4.2.
            hello = admin("isMaster");
        }
        Unreachable failure = hello.failure();
        if (failure != null) {
            return failure;
        }
        FactSheet sheet = new FactSheet();
        Reply buildInfo = admin("buildInfo");
        Reply parameters = commands.send(ADMIN, ServerFacts.parametersCommand());
        Reply defaults = admin("getDefaultRWConcern");
        List<String> hosts = client.getClusterDescription().getServerDescriptions().stream()
                .map(server -> server.getAddress().getHost())
                .toList();
        new ServerFacts(hello, buildInfo, parameters, defaults, hosts).tell(sheet);
        sheet.facts()
                .put("client.read_concern", Words.of(client.getReadConcern().asDocument()), "client");
        sheet.facts()
                .put("client.write_concern", Words.of(client.getWriteConcern().asDocument()), "client");
        sheet.facts().put("client.read_preference", client.getReadPreference().getName(), "client");
        new CollectionFacts(commands, collections).tell(sheet);
        return sheet.observed();
    }

    private Reply admin(String command) {
        return commands.send(ADMIN, new Document(command, 1));
    }
}
