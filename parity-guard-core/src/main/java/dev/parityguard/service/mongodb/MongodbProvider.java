package dev.parityguard.service.mongodb;

import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.NotProbed;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.target.Secret;
import dev.parityguard.target.Target;

/**
 * Looks at MongoDB and what speaks its protocol, through the application's {@code MongoClient} (sync driver 5.2 or newer)
 * or through a client of its own for a URL. Loads without the driver. The target's property {@code collections} names the
 * collections that the application uses, in the database that the property {@code database} names.
 */
public final class MongodbProvider implements ProbeProvider {
    private static final String CLIENT = "com.mongodb.client.MongoClient";

    /** For {@link java.util.ServiceLoader}. */
    public MongodbProvider() {}

    @Override
    public String kind() {
        return "mongodb";
    }

    @Override
    public FactCatalogue catalogue() {
        return FactCatalogue.load(MongodbProvider.class, "catalogue.properties");
    }

    @Override
    public String accepted() {
        return "a MongoClient of the sync driver, mongodb://host, mongodb+srv://host";
    }

    @Override
    public boolean accepts(Target target) {
        return target.hasScheme("mongodb", "mongodb+srv") || target.hasHandle(CLIENT);
    }

    @Override
    public Probe probe(Target target) {
        Collections collections = Collections.named(target.property("database"), target.property("collections"));
        Secret url = target.url();
        if (url == null) {
            return context -> new MongodbProbe(target, collections).observe(context);
        }
        return isPresent(CLIENT)
                ? context -> new UrlProbe(url, collections).observe(context)
                : context -> new NotProbed(
                        "the MongoDB driver is not on the class path: add org.mongodb:mongodb-driver-sync");
    }
}
