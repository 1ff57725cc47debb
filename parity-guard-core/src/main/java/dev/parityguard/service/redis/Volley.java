package dev.parityguard.service.redis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is asked, sent in one go. Forms that every version since 2.8 understands: INFO without a section and
 * CONFIG GET of one name each, because several at once need 7.0.
 *
 * @param commands the commands to ask COMMAND INFO for, in upper case
 */
record Volley(List<String> commands) {
    /** Commands by which versions and look-alikes differ; the comment names the release of Redis that brought them. */
    private static final List<String> TELLING = List.of(
            "EVAL", // 2.6, and not everywhere
            "GEOADD", // 3.2
            "UNLINK", // 4.0
            "XADD", // 5.0
            "COPY", // 6.2
            "GETDEL",
            "GETEX",
            "LMOVE",
            "XAUTOCLAIM",
            "EXPIRETIME", // 7.0
            "FCALL",
            "LMPOP",
            "SINTERCARD",
            "ZMPOP",
            "HEXPIRE", // 7.4
            "HGETDEL"); // 8.0

    private static final List<String> SETTINGS = List.of(
            "appendonly",
            "databases",
            "maxmemory",
            "maxmemory-policy",
            "notify-keyspace-events",
            "proto-max-bulk-len",
            "save",
            "timeout",
            "tls-port");

    private static final Pattern BETWEEN_NAMES = Pattern.compile("[,\\s]+");
    private static final int BEFORE_SETTINGS = 6;

    Volley {
        commands = List.copyOf(commands);
    }

    /** The questions for an application that uses these commands, given as names separated by commas or blanks. */
    static Volley asking(@Nullable String usedCommands) {
        TreeSet<String> names = new TreeSet<>(TELLING);
        BETWEEN_NAMES
                .splitAsStream(usedCommands == null ? "" : usedCommands)
                .filter(name -> !name.isEmpty())
                .map(name -> name.toUpperCase(Locale.ROOT))
                .forEach(names::add);
        return new Volley(List.copyOf(names));
    }

    List<List<String>> toSend() {
        List<List<String>> all = new ArrayList<>();
        all.add(List.of("HELLO"));
        all.add(List.of("INFO"));
        List<String> commandInfo = new ArrayList<>(List.of("COMMAND", "INFO"));
        commandInfo.addAll(commands);
        all.add(commandInfo);
        all.add(List.of("MODULE", "LIST"));
        all.add(List.of("ACL", "WHOAMI"));
        all.add(List.of("CLIENT", "INFO"));
        SETTINGS.forEach(setting -> all.add(List.of("CONFIG", "GET", setting)));
        return all;
    }

    /** Reads the replies to {@link #toSend()}, of which there must be as many. */
    Answers answers(List<? extends @Nullable Object> replies) {
        Map<String, Answer> settings = new TreeMap<>();
        for (int i = 0; i < SETTINGS.size(); i++) {
            settings.put(SETTINGS.get(i), Answer.of("CONFIG GET", "+config|get", replies.get(BEFORE_SETTINGS + i)));
        }
        return new Answers(
                Answer.of("HELLO", "+hello", replies.get(0)),
                Answer.of("INFO", "+info", replies.get(1)),
                Answer.of("COMMAND INFO", "+command|info", replies.get(2)),
                Answer.of("MODULE LIST", "+module|list", replies.get(3)),
                Answer.of("ACL WHOAMI", "+acl|whoami", replies.get(4)),
                Answer.of("CLIENT INFO", "+client|info", replies.get(5)),
                settings);
    }

    /** The answers by command. */
    record Answers(
            Answer hello,
            Answer info,
            Answer commandInfo,
            Answer moduleList,
            Answer aclWhoami,
            Answer clientInfo,
            Map<String, Answer> settings) {

        Answer setting(String name) {
            Answer answer = settings.get(name);
            if (answer == null) {
                throw new IllegalArgumentException("not asked for: " + name);
            }
            return answer;
        }

        /** The value of a setting; null when it is refused, or when the server has no such setting. */
        @Nullable
        String value(String setting) {
            return Replies.text(Replies.map(setting(setting).reply()).get(setting));
        }

        Collection<Answer> all() {
            List<Answer> all = new ArrayList<>(List.of(hello, info, commandInfo, moduleList, aclWhoami, clientInfo));
            all.addAll(settings.values());
            return all;
        }
    }
}
