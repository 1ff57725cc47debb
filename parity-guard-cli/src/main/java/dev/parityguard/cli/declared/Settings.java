package dev.parityguard.cli.declared;

import dev.parityguard.fact.FactCatalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/** What a container's command and variables set of a server, by the name of the fact that tells it. */
final class Settings {
    private final String kind;
    private final SortedMap<String, List<String>> captured;
    private final FactCatalogue catalogue;
    private final Map<String, String> facts = new LinkedHashMap<>();

    private Settings(String kind, SortedMap<String, List<String>> captured, FactCatalogue catalogue) {
        this.kind = kind;
        this.captured = captured;
        this.catalogue = catalogue;
    }

    /**
     * Reads what is set.
     *
     * @param captured what the profile has of the service, for the spelling of names
     */
    static Map<String, String> of(
            Declared service, String kind, SortedMap<String, List<String>> captured, FactCatalogue catalogue) {
        Settings settings = new Settings(kind, captured, catalogue);
        settings.command(service.command());
        String initdb = service.variables().get("POSTGRES_INITDB_ARGS");
        if (initdb != null && kind.equals("postgresql")) {
            settings.initdb(Words.of(initdb));
        }
        return settings.facts;
    }

    /** {@code -c name=value}, {@code --name=value} and {@code --name value}. */
    private void command(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean more = i + 1 < words.size();
            if (word.equals("-c") && more) {
                assignment(words.get(++i));
            } else if (word.startsWith("-c") && word.indexOf('=') > 0) {
                assignment(word.substring(2));
            } else if (word.startsWith("--") && word.indexOf('=') > 0) {
                assignment(word.substring(2));
            } else if (word.startsWith("--") && more && !words.get(i + 1).startsWith("--")) {
                set(word.substring(2), words.get(++i));
            }
        }
    }

    private void assignment(String text) {
        int equals = text.indexOf('=');
        if (equals > 0) {
            set(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
        }
    }

    private void set(String name, String value) {
        switch (kind) {
            case "postgresql" -> putKnown(value, "setting." + name.replace('-', '_'));
            case "mysql" -> {
                String spelled = name.replace('-', '_').toLowerCase(Locale.ROOT);
                String known = spelled.equals("default_time_zone") ? "time_zone" : spelled;
                putKnown(value, "server_setting." + known, "setting." + known);
            }
            case "redis" -> redis(name.toLowerCase(Locale.ROOT), value);
            default -> {
                // Of other kinds nothing is known that a command could say.
            }
        }
    }

    private void redis(String name, String value) {
        switch (name) {
            case "maxmemory-policy" -> facts.put("maxmemory_policy", value);
            case "appendonly" -> facts.put("aof_enabled", value.equals("yes") ? "yes" : "no");
            case "save" -> facts.put("rdb_enabled", value.isBlank() ? "no" : "yes");
            case "databases" -> facts.put("databases", value);
            case "notify-keyspace-events" -> facts.put("notify_keyspace_events", value);
            case "maxmemory" -> facts.put("maxmemory_limited", value.matches("0+[a-z]*") ? "no" : "yes");
            default -> putKnown(value, "setting." + name);
        }
    }

    private void initdb(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            int equals = words.get(i).indexOf('=');
            String name = equals < 0 ? words.get(i) : words.get(i).substring(0, equals);
            String value =
                    equals >= 0 ? words.get(i).substring(equals + 1) : i + 1 < words.size() ? words.get(i + 1) : "";
            switch (name) {
                case "-E", "--encoding" -> facts.put("encoding", value);
                case "--locale" -> {
                    facts.put("collation", value);
                    facts.put("ctype", value);
                }
                case "--lc-collate" -> facts.put("collation", value);
                case "--lc-ctype" -> facts.put("ctype", value);
                case "--locale-provider" -> facts.put("locale_provider", value);
                default -> {
                    // Says nothing that is compared.
                }
            }
        }
    }

    /** The first of these facts that the profile has, in its own spelling; else the first that is known at all. */
    private void putKnown(String value, String... names) {
        for (String name : names) {
            for (String fact : captured.keySet()) {
                if (fact.equalsIgnoreCase(name)) {
                    facts.put(fact, value);
                    return;
                }
            }
        }
        for (String name : names) {
            if (catalogue.describe(name) != null) {
                facts.put(name, value);
                return;
            }
        }
    }
}
