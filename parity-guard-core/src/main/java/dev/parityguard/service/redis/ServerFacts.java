package dev.parityguard.service.redis;

import dev.parityguard.fact.Fingerprint;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Version;
import dev.parityguard.service.redis.Volley.Answers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who answers, in which mode and role, and what it can do. */
final class ServerFacts {
    private final Answers answers;
    private final Map<String, String> info;
    private final Map<String, @Nullable Object> hello;
    private final @Nullable Product product;

    ServerFacts(Answers answers, Map<String, String> info) {
        this.answers = answers;
        this.info = info;
        this.hello = Replies.map(answers.hello().reply());
        this.product = Product.of(info, texts(hello));
    }

    void tell(FactSheet sheet) {
        String version = product == null
                        || product.version() == null
                        || product.version().isEmpty()
                ? null
                : product.version();
        sheet.put("product", product == null ? null : product.name(), answers.info(), answers.hello());
        sheet.put("version", version, answers.info(), answers.hello());
        sheet.put("redis_version", product == null ? null : product.emulated());
        sheet.put("hosting", Product.hosting(info));
        sheet.put("mode", mode(), answers.info(), answers.hello());
        sheet.put("role", role(), answers.info(), answers.hello());
        sheet.put("acl_user", aclUser(), answers.aclWhoami(), answers.clientInfo());
        String replication = info.get("master_replid");
        sheet.put("identity.replication", replication == null ? null : Fingerprint.of(replication));
        tellCommands(sheet);
        tellModules(sheet);
    }

    /** One of {@code standalone}, {@code cluster}, {@code sentinel}. Valkey says server_mode for redis_mode. */
    @Nullable
    String mode() {
        if ("1".equals(info.get("cluster_enabled"))) {
            return "cluster";
        }
        String mode = info.containsKey("server_mode") ? info.get("server_mode") : info.get("redis_mode");
        return mode != null ? mode : Replies.text(hello.get("mode"));
    }

    /** Whether it is Redis itself and older than that major version, so that what came with it cannot be there. */
    boolean isOlderThan(int major) {
        Version version = product == null || product.version() == null ? null : Version.parse(product.version());
        return version != null && version.number(0) < major;
    }

    boolean isProduct(String name) {
        return product != null && product.name().equals(name);
    }

    private @Nullable String role() {
        String role = info.containsKey("role") ? info.get("role") : Replies.text(hello.get("role"));
        return "slave".equals(role) ? "replica" : role;
    }

    private @Nullable String aclUser() {
        String user = Replies.text(answers.aclWhoami().reply());
        if (user == null) {
            user = Replies.fields(Replies.text(answers.clientInfo().reply()), "\\s+", '=')
                    .get("user");
        }
        if (user == null) {
            return isOlderThan(6) ? "default" : null;
        }
        return user.equals("default") ? "default" : "other";
    }

    private void tellCommands(FactSheet sheet) {
        List<? extends @Nullable Object> described =
                Replies.list(answers.commandInfo().reply());
        if (described == null) {
            tellUnread("command.*", answers.commandInfo(), sheet);
        } else {
            Replies.commandNames(described).forEach(name -> sheet.put("command." + name, "yes"));
        }
    }

    private void tellModules(FactSheet sheet) {
        List<? extends @Nullable Object> modules = Replies.list(hello.get("modules"));
        if (modules == null) {
            modules = Replies.list(answers.moduleList().reply());
        }
        if (modules != null) {
            for (Object module : modules) {
                Map<String, String> fields = texts(Replies.map(module));
                String name = fields.get("name");
                sheet.put("module." + name, name == null ? null : fields.getOrDefault("ver", "yes"));
            }
        } else if (!isOlderThan(4)) {
            tellUnread("module.*", answers.moduleList(), sheet);
        }
    }

    private static void tellUnread(String family, Answer answer, FactSheet sheet) {
        sheet.unknown(family, answer.isRefused() ? answer.cause() : Unknown.Cause.UNREADABLE, answer.missing());
    }

    private static Map<String, String> texts(Map<String, @Nullable Object> reply) {
        Map<String, String> texts = new LinkedHashMap<>();
        reply.forEach((name, value) -> {
            String text = Replies.text(value);
            if (text != null) {
                texts.put(name, text);
            }
        });
        return texts;
    }
}
