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
        Object handle = target.handle();
        return handle == null ? target.hasScheme("mongodb", "mongodb+srv") : isClient(handle.getClass());
    }

    @Override
    public Probe probe(Target target) {
        Collections collections = Collections.named(target.property("database"), target.property("collections"));
        Secret url = target.url();
        if (url == null) {
            return context -> new MongodbProbe(target, collections).observe(context);
        }
        return isPresent()
                ? context -> new UrlProbe(url, collections).observe(context)
                : context -> new NotProbed(
                        "the MongoDB driver is not on the class path: add org.mongodb:mongodb-driver-sync");
    }

    /** By name, since the class itself may not be there. */
    private static boolean isClient(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Class<?> implemented : each.getInterfaces()) {
                if (implemented.getName().equals(CLIENT) || isClient(implemented)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isPresent() {
        try {
            Class.forName(CLIENT, false, MongodbProvider.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
