package dev.parityguard.service.rabbitmq;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeContext;
import dev.parityguard.target.Target;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the application's connection, or through a further one that is made as the application's factory or the
 * URL says and closed again. The management API is asked meanwhile, where its URL is given.
 */
final class RabbitmqProbe implements Probe {
    private final Target target;
    private final @Nullable AmqpUrl url;
    private final Names names;

    RabbitmqProbe(Target target, @Nullable AmqpUrl url) {
        this.target = target;
        this.url = url;
        this.names = Names.of(target);
    }

    @Override
    public Observation observe(ProbeContext context) {
        Connection borrowed = target.handle(Connection.class);
        try (Management management = Management.of(target, names)) {
            FactSheet sheet = new FactSheet();
            if (borrowed == null) {
                look(factory(), management, sheet, context);
            } else {
                management.ask(null, target.property("vhost"), context);
                ServerFacts.tell(borrowed, sheet);
                sheet.unknown("tls", Cause.NOT_SUPPORTED, "a ConnectionFactory or URL: a Connection does not tell");
                lookThrough(borrowed, context).tell(sheet);
            }
            management.tell(sheet);
            return sheet.observed();
        } catch (ExecutionException e) {
            return ConnectionFailure.of(e.getCause());
        } catch (Exception e) {
            return ConnectionFailure.of(e);
        }
    }

    private void look(ConnectionFactory factory, Management management, FactSheet sheet, ProbeContext context)
            throws Exception {
        management.ask(
                new Credentials(factory.getUsername(), factory.getPassword()), factory.getVirtualHost(), context);
        try (FurtherConnection own = FurtherConnection.open(factory, context)) {
            ServerFacts.tell(own.connection(), sheet);
            sheet.putFlag("tls", factory.isSSL());
            Presence.of(own.connection(), names).tell(sheet);
        }
    }

    private ConnectionFactory factory() throws Exception {
        ConnectionFactory factory = target.handle(ConnectionFactory.class);
        return factory != null ? factory : FurtherConnection.factory(Objects.requireNonNull(url, "url"));
    }

    /** The client waits for answers by its own time limit, ten minutes unless it is set, and cannot be interrupted. */
    private Presence lookThrough(Connection connection, ProbeContext context)
            throws ExecutionException, InterruptedException, TimeoutException {
        if (names.isEmpty()) {
            return Presence.NOTHING;
        }
        FutureTask<Presence> looking = new FutureTask<>(() -> Presence.of(connection, names));
        Thread thread = new Thread(looking, "parity-guard-rabbitmq");
        thread.setDaemon(true);
        thread.start();
        return looking.get(context.deadline().remainingMillis(), TimeUnit.MILLISECONDS);
    }
}
