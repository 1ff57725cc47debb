package dev.parityguard.service.mongodb;

import com.mongodb.client.MongoClient;
import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Observation;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeContext;
import dev.parityguard.target.Target;

/** Looks through the application's own client, which stays open. */
final class MongodbProbe implements Probe {
    private final Target target;
    private final Collections collections;

    MongodbProbe(Target target, Collections collections) {
        this.target = target;
        this.collections = collections;
    }

    @Override
    public Observation observe(ProbeContext context) {
        MongoClient client = target.handle(MongoClient.class);
        return client == null
                ? new NotProbed("the client is of another class loader's driver")
                : new Inspection(client, collections, context.deadline()).observe();
    }
}
