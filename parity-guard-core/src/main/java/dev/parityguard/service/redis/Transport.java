package dev.parityguard.service.redis;

import dev.parityguard.service.redis.Volley.Answers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether the connection is encrypted, as its client knows or else as its server does. */
final class Transport {
    private Transport() {}

    static void tell(@Nullable Boolean known, Answers answers, Map<String, String> info, FactSheet sheet) {
        Boolean tls = known != null ? known : seenByServer(answers, info);
        sheet.put("tls", tls == null ? null : tls ? "yes" : "no", answers.setting("tls-port"), answers.clientInfo());
    }

    /** The connection came in at the port that is for TLS. INFO has listeners from 7.2 on, CLIENT INFO came with 6.2. */
    private static @Nullable Boolean seenByServer(Answers answers, Map<String, String> info) {
        Answer setting = answers.setting("tls-port");
        String tlsPort = answers.value("tls-port");
        for (String listener : info.values()) {
            if (listener.startsWith("name=tls,")) {
                tlsPort = Replies.fields(listener, ",", '=').get("port");
            }
        }
        boolean without = tlsPort == null ? !setting.isRefused() || info.containsKey("listener0") : tlsPort.equals("0");
        if (without) {
            return false;
        }
        String address = Replies.fields(Replies.text(answers.clientInfo().reply()), "\\s+", '=')
                .get("laddr");
        return (tlsPort == null || address == null) ? null : address.endsWith(":" + tlsPort);
    }
}
