package dev.parityguard.service.rabbitmq;

import dev.parityguard.fact.Unknown.Cause;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the answers of the management API. */
final class ManagementFacts {
    private static final String PLUGINS = "enabled_plugins";
    private static final String POLICY = "effective_policy_definition";

    private final Map<String, Answer> answers;
    private final Answer notAsked;

    ManagementFacts(Map<String, Answer> answers, Answer notAsked) {
        this.answers = answers;
        this.notAsked = notAsked;
    }

    void tell(Names names, FactSheet sheet) {
        Answer overview = answer("overview");
        if (isKnown(overview, sheet, "exchange_type.*")) {
            named(Json.map(overview.json()).get("exchange_types"))
                    .forEach(type -> sheet.put("exchange_type." + type, "yes"));
        }
        if (isKnown(answer("nodes"), sheet, "plugin.*")) {
            tellPlugins(Json.list(answer("nodes").json()), sheet);
        }
        if (isKnown(answer("flags"), sheet, "feature_flag.*")) {
            Json.list(answer("flags").json()).stream()
                    .map(Json::map)
                    .filter(flag -> "enabled".equals(flag.get("state")))
                    .forEach(flag -> sheet.put("feature_flag." + flag.get("name"), "yes"));
        }
        if (isKnown(answer("vhost"), sheet, "default_queue_type")) {
            sheet.put("default_queue_type", defaultQueueType(overview));
        }
        names.queues().forEach(queue -> tellQueue(queue, sheet));
        names.exchanges().forEach(exchange -> tellExchange(exchange, sheet));
    }

    private void tellQueue(String name, FactSheet sheet) {
        Answer answer = answer("queue " + name);
        if (isKnown(answer, sheet, "queue_type." + name, "queue_declaration." + name, "queue_policy." + name)
                && answer.json() != null) {
            Map<String, @Nullable Object> queue = Json.map(answer.json());
            sheet.put("queue_type." + name, queue.get("type"));
            sheet.put("queue_declaration." + name, declaration(queue, "durable", "auto_delete", "exclusive"));
            tellPolicy(name, queue, sheet);
        }
        Answer bindings = answer("bindings " + name);
        if (isKnown(bindings, sheet, "queue_bindings." + name) && answer.json() != null) {
            sheet.put("queue_bindings." + name, bindings(Json.list(bindings.json())));
        }
    }

    /** RabbitMQ 3.10 leaves it out until it has statistics of a new queue, after some seconds. */
    private static void tellPolicy(String name, Map<String, @Nullable Object> queue, FactSheet sheet) {
        if (queue.containsKey(POLICY)) {
            sheet.put("queue_policy." + name, Json.line(Json.map(queue.get(POLICY))));
        } else {
            sheet.unknown(
                    "queue_policy." + name, Cause.UNREADABLE, "statistics of the queue, which the server has not yet");
        }
    }

    private void tellExchange(String name, FactSheet sheet) {
        Answer answer = answer("exchange " + name);
        if (isKnown(answer, sheet, "exchange_declaration." + name) && answer.json() != null) {
            sheet.put(
                    "exchange_declaration." + name,
                    declaration(Json.map(answer.json()), "type", "durable", "auto_delete", "internal"));
        }
    }

    /** What a second declaration would have to say as well; the type of a queue is a fact of its own. */
    private static String declaration(Map<String, @Nullable Object> declared, String... attributes) {
        Map<String, @Nullable Object> said = Json.map(declared.get("arguments"));
        said.remove("x-queue-type");
        for (String attribute : attributes) {
            said.put(attribute, declared.get(attribute));
        }
        return Json.line(said);
    }

    /** Without the one to the default exchange, which every queue has. */
    private static String bindings(List<?> bindings) {
        String all = bindings.stream()
                .map(Json::map)
                .filter(binding -> !"".equals(binding.get("source")))
                .map(ManagementFacts::binding)
                .sorted()
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? "none" : all;
    }

    private static String binding(Map<String, @Nullable Object> binding) {
        Map<String, @Nullable Object> arguments = Json.map(binding.get("arguments"));
        return binding.get("source") + " " + binding.get("routing_key") + (arguments.isEmpty() ? "" : " " + arguments);
    }

    /** Those of every node, since a connection may lead to any. RabbitMQ 3.10 tells them some seconds after its start. */
    private static void tellPlugins(List<?> nodes, FactSheet sheet) {
        List<Map<String, @Nullable Object>> running = nodes.stream()
                .map(Json::map)
                .filter(node -> "true".equals(node.get("running")))
                .toList();
        if (running.isEmpty() || !running.stream().allMatch(node -> node.containsKey(PLUGINS))) {
            sheet.unknown("plugin.*", Cause.UNREADABLE, "statistics of the nodes, which the server has not yet");
            return;
        }
        for (Object plugin : Json.list(running.get(0).get(PLUGINS))) {
            if (running.stream().allMatch(node -> Json.list(node.get(PLUGINS)).contains(plugin))) {
                sheet.put("plugin." + plugin, "yes");
            }
        }
    }

    /** That of the virtual host, else that of the nodes (since 3.13), else what there was before. */
    private Object defaultQueueType(Answer overview) {
        Object ofHost = Json.map(answer("vhost").json()).get("default_queue_type");
        if (ofHost != null && !"undefined".equals(ofHost)) {
            return ofHost;
        }
        Object ofNodes = Json.map(overview.json()).get("default_queue_type");
        return ofNodes == null || "undefined".equals(ofNodes) ? "classic" : ofNodes;
    }

    private static List<String> named(@Nullable Object list) {
        return Json.list(list).stream()
                .map(element -> String.valueOf(Json.map(element).get("name")))
                .toList();
    }

    private Answer answer(String question) {
        return answers.getOrDefault(question, notAsked);
    }

    private static boolean isKnown(Answer answer, FactSheet sheet, String... facts) {
        if (answer.cause() != null) {
            for (String fact : facts) {
                sheet.unknown(fact, answer.cause(), answer.missing());
            }
        }
        return answer.cause() == null;
    }
}
