package dev.parityguard.service.rabbitmq;

import dev.parityguard.fact.Unknown.Cause;
import dev.parityguard.probe.ProbeContext;
import dev.parityguard.target.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What only the management API tells. Asked in one volley, or not at all where its URL is not given. */
final class Management implements AutoCloseable {
    private static final String MANAGEMENT = "the tag management";
    private static final String MONITORING = "the tag monitoring";
    private static final String ADMINISTRATOR = "the tag administrator";

    private final @Nullable String given;
    private final Names names;
    private final Map<String, CompletableFuture<Answer>> asked = new LinkedHashMap<>();
    private Answer notAsked = Answer.unknown(
            Cause.NOT_SUPPORTED, "the management API: give the target the property management with its URL");
    private @Nullable ManagementApi api;
    private @Nullable ProbeContext context;

    private Management(@Nullable String given, Names names) {
        this.given = given;
        this.names = names;
    }

    static Management of(Target target, Names names) {
        return new Management(target.property("management"), names);
    }

    /**
     * Sends the questions.
     *
     * @param otherwise who asks where the URL does not say, or null
     * @param vhost the virtual host, or null for that of the name {@code /}
     */
    void ask(@Nullable Credentials otherwise, @Nullable String vhost, ProbeContext asking) {
        if (given == null) {
            return;
        }
        ManagementUrl url = ManagementUrl.parse(given);
        if (url == null) {
            notAsked = Answer.unknown(
                    Cause.UNREADABLE, "the property management: http[s]://user:password@host:port is expected");
            return;
        }
        context = asking;
        ManagementApi open = new ManagementApi(url, url.credentials() == null ? otherwise : url.credentials(), asking);
        api = open;
        String host = vhost == null ? "/" : vhost;
        asked.put("overview", open.ask(MANAGEMENT, "overview?columns=exchange_types,default_queue_type"));
        asked.put("nodes", open.ask(MONITORING, "nodes?columns=name,running,enabled_plugins"));
        asked.put("vhost", open.ask(ADMINISTRATOR, "vhosts/{}", host));
        asked.put("flags", open.ask(ADMINISTRATOR, "feature-flags"));
        for (String queue : names.queues()) {
            asked.put("queue " + queue, open.ask(MANAGEMENT, "queues/{}/{}", host, queue));
            asked.put("bindings " + queue, open.ask(MANAGEMENT, "queues/{}/{}/bindings", host, queue));
        }
        for (String exchange : names.exchanges()) {
            asked.put("exchange " + exchange, open.ask(MANAGEMENT, "exchanges/{}/{}", host, exchange));
        }
    }

    /** Waits for the answers until the deadline. */
    void tell(FactSheet sheet) throws InterruptedException {
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (Map.Entry<String, CompletableFuture<Answer>> question : asked.entrySet()) {
            answers.put(question.getKey(), answer(question.getValue()));
        }
        new ManagementFacts(answers, notAsked).tell(names, sheet);
    }

    private Answer answer(CompletableFuture<Answer> question) throws InterruptedException {
        try {
            int millis = context == null ? 1 : context.deadline().remainingMillis();
            return question.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Answer.unknown(Cause.TIMED_OUT, "the management API");
        } catch (ExecutionException e) {
            return Answer.unknown(Cause.UNREADABLE, "the answer of the management API");
        }
    }

    @Override
    public void close() {
        if (api != null) {
            asked.values().forEach(question -> question.cancel(true));
            api.close();
        }
    }
}
