package dev.parityguard.quarkus.deployment;

import dev.parityguard.matching.Client;
import dev.parityguard.matching.ClientKind;
import dev.parityguard.matching.ServiceMatching;
import dev.parityguard.matching.ServiceSettings;
import dev.parityguard.profile.Profile;
import dev.parityguard.profile.ProfileException;
import dev.parityguard.profile.ProfileReader;
import dev.parityguard.profile.ServiceExpectation;
import dev.parityguard.target.Target;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * What Dev Services start where the application says nothing: servers like those of the profile. Asked while an application
 * is built, and below every other source. What cannot be read here is told by the guard when the application starts.
 */
public final class DevServicesSource implements ConfigSourceFactory {
    private static final int BELOW_ALL_OTHERS = 1;
    private static final String CLASS_PATH = "classpath:";
    private static final String DEFAULT = "<default>";
    private static final Pattern DATA_SOURCE =
            Pattern.compile("(?:%[^.]+\\.)?quarkus\\.datasource\\.(\"[^\"]+\"|[^.]+)\\.(?:db-kind|jdbc\\.url)");
    private static final Pattern REDIS = Pattern.compile("(?:%[^.]+\\.)?quarkus\\.redis\\.(\"[^\"]+\"|[^.]+)\\.hosts");

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (context.getProfiles().contains("prod")) {
            return List.of();
        }
        Profile profile = profile(context);
        if (profile == null) {
            return List.of();
        }
        Map<String, String> values = values(profile.services(), context);
        return List.of(new PropertiesConfigSource(values, "Dev Services as in the parity profile", BELOW_ALL_OTHERS));
    }

    private static @Nullable Profile profile(ConfigSourceContext context) {
        String said = value("parity-guard.profile", context);
        String location = said == null ? CLASS_PATH + ParityGuardProcessor.PROFILE : said;
        try (InputStream profile = location.startsWith(CLASS_PATH)
                ? Thread.currentThread()
                        .getContextClassLoader()
                        .getResourceAsStream(location.substring(CLASS_PATH.length()))
                : Files.newInputStream(Path.of(location))) {
            return profile == null
                    ? null
                    : ProfileReader.read(profile, location).profile();
        } catch (IOException | ProfileException e) {
            return null;
        }
    }

    private static Map<String, String> values(
            SortedMap<String, ServiceExpectation> services, ConfigSourceContext context) {
        Map<String, String> values = new HashMap<>();
        ServiceMatching.of(services, settings(services, context), clients(context), name -> null)
                .tell((name, target) -> {
                    DevService devService = target.handle(DevService.class);
                    ServiceExpectation service = services.get(name);
                    if (devService != null && service != null && devService.isFor(service, context)) {
                        ServiceContainer.of(service).forEach((key, value) -> values.put(devService.key(key), value));
                    }
                });
        return values;
    }

    private static Map<String, ServiceSettings> settings(
            SortedMap<String, ServiceExpectation> services, ConfigSourceContext context) {
        Map<String, ServiceSettings> settings = new TreeMap<>();
        for (String name : services.keySet()) {
            String key = "parity-guard.services." + (name.indexOf('.') < 0 ? name : '"' + name + '"');
            String bean = value(key + ".bean", context);
            String url = value(key + ".url", context);
            if (bean != null || url != null) {
                settings.put(name, new ServiceSettings(bean, url, null, null, Map.of()));
            }
        }
        return settings;
    }

    /** The clients that the configuration names, and of each kind the one without a name. */
    private static List<Client> clients(ConfigSourceContext context) {
        List<Client> clients = new ArrayList<>();
        if (isThere("io.quarkus.agroal.DataSource")) {
            add(ClientKind.DATA_SOURCE, "quarkus.datasource.", DATA_SOURCE, context, clients);
        }
        if (isThere("io.quarkus.redis.client.RedisClientName")) {
            add(ClientKind.REDIS, "quarkus.redis.", REDIS, context, clients);
        }
        return clients;
    }

    private static void add(
            ClientKind kind, String prefix, Pattern key, ConfigSourceContext context, List<Client> clients) {
        clients.add(new Client(DEFAULT, DEFAULT, kind, true, () -> Target.of(new DevService(prefix))));
        Iterator<String> keys = context.iterateNames();
        SortedMap<String, String> written = new TreeMap<>();
        while (keys.hasNext()) {
            Matcher named = key.matcher(keys.next());
            if (named.matches()) {
                written.put(named.group(1).replace("\"", ""), named.group(1));
            }
        }
        written.forEach((name, as) ->
                clients.add(new Client(name, name, kind, false, () -> Target.of(new DevService(prefix + as + ".")))));
    }

    private static boolean isThere(String type) {
        return Thread.currentThread().getContextClassLoader().getResource(type.replace('.', '/') + ".class") != null;
    }

    private static @Nullable String value(String key, ConfigSourceContext context) {
        return context.getValue(key) == null ? null : context.getValue(key).getValue();
    }

    /** The Dev Service of one client, by what its keys begin with. */
    private record DevService(String prefix) {
        /** Whether the profile may say what it is: the application has named no image, and no other engine. */
        boolean isFor(ServiceExpectation service, ConfigSourceContext context) {
            String engine = value(prefix + "db-kind", context);
            return value(key("image-name"), context) == null
                    && (engine == null || engine(engine).equals(service.kind()));
        }

        private static String engine(String name) {
            return switch (name) {
                case "pgsql", "pg", "postgres" -> "postgresql";
                default -> name;
            };
        }

        String key(String key) {
            return prefix + "devservices." + key;
        }
    }
}
