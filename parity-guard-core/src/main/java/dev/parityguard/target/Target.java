package dev.parityguard.target;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a service is found: a handle that the application already holds (a {@code DataSource}, a Lettuce client, an
 * {@code S3Client}), or a URL. Immutable; the handle keeps the thread safety it has.
 */
public final class Target {
    private static final Object THIS_PROCESS = new Object();

    private final @Nullable Object handle;
    private final @Nullable Secret url;
    private final @Nullable String missing;
    private final @Nullable String written;
    private final SortedMap<String, String> properties;

    private Target(
            @Nullable Object handle,
            @Nullable Secret url,
            @Nullable String missing,
            @Nullable String written,
            SortedMap<String, String> properties) {
        this.handle = handle;
        this.url = url;
        this.missing = missing;
        this.written = written;
        this.properties = Collections.unmodifiableSortedMap(properties);
    }

    /**
     * A client, pool or connection factory of the application. A text is taken as a URL. What is accepted depends on the
     * probes on the class path; a handle that none of them recognises is reported with the list of accepted ones.
     */
    public static Target of(Object handle) {
        Objects.requireNonNull(handle, "handle");
        return handle instanceof CharSequence text
                ? url(text.toString())
                : new Target(handle, null, null, null, new TreeMap<>());
    }

    /** A URL, which may hold a user and a password; it is never shown. */
    public static Target url(String url) {
        return new Target(null, Secret.of(url), null, null, new TreeMap<>());
    }

    /** This process itself: what it runs on rather than what it talks to. */
    public static Target process() {
        return new Target(THIS_PROCESS, null, null, null, new TreeMap<>());
    }

    /**
     * A service that is wanted but cannot be looked at; it becomes an unknown with this reason.
     *
     * @param reason what is missing and what can be done, without any secret
     */
    public static Target missing(String reason) {
        return new Target(null, null, Objects.requireNonNull(reason, "reason"), null, new TreeMap<>());
    }

    /**
     * The same target with one more property, for example {@code bucket} for object storage or {@code use} for the
     * intended use of a cache server.
     */
    public Target with(String name, String value) {
        TreeMap<String, String> more = new TreeMap<>(properties);
        more.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
        return new Target(handle, url, missing, written, more);
    }

    /**
     * The same target, with the URL as a profile may say it: a capture writes it beside a service that the profile does not
     * have yet.
     *
     * @param reference a URL in which {@code ${NAME}} stands for variables, in place of whatever is secret
     */
    public Target writtenAs(String reference) {
        return new Target(handle, url, missing, Objects.requireNonNull(reference, "reference"), properties);
    }

    /** The same target with its intended use: {@code cache}, {@code queue}, {@code session} or {@code lock}. */
    public Target use(String use) {
        return with("use", use);
    }

    /** The application's own handle, or null when this target is none. */
    public @Nullable Object handle() {
        return handle;
    }

    /** The handle when it is of that type, else null. */
    public <T> @Nullable T handle(Class<T> type) {
        return type.isInstance(handle) ? type.cast(handle) : null;
    }

    /** The URL, or null when this target is none. */
    public @Nullable Secret url() {
        return url;
    }

    /** The URL as a profile may say it, or null when nobody said. */
    public @Nullable String written() {
        return written;
    }

    /** Why there is neither handle nor URL, or null when there is one. */
    public @Nullable String missing() {
        return missing;
    }

    /** The value of a property, or null. */
    public @Nullable String property(String name) {
        return properties.get(name);
    }

    /** All properties, sorted by name. */
    public Map<String, String> properties() {
        return properties;
    }

    /** Whether the URL begins with one of these schemes; always false for a handle. Letters in any case. */
    public boolean hasScheme(String... schemes) {
        if (url != null) {
            for (String scheme : schemes) {
                if (url.reveal().regionMatches(true, 0, scheme + ":", 0, scheme.length() + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Whether the handle is of one of these types, by name: so a class that the application does not have is never loaded.
     * Always false for a URL.
     *
     * @param types names of classes or interfaces, as {@link Class#getName()} gives them
     */
    public boolean hasHandle(String... types) {
        return handle != null && isOne(Set.of(types), handle.getClass());
    }

    private static boolean isOne(Set<String> names, @Nullable Class<?> type) {
        if (type == null) {
            return false;
        }
        if (names.contains(type.getName()) || isOne(names, type.getSuperclass())) {
            return true;
        }
        for (Class<?> implemented : type.getInterfaces()) {
            if (isOne(names, implemented)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is this process itself. */
    public boolean isProcess() {
        return handle == THIS_PROCESS;
    }

    /** What kind of target this is, without any address or secret. */
    @Override
    public String toString() {
        if (isProcess()) {
            return "this process";
        }
        if (missing != null) {
            return "nothing";
        }
        return handle == null ? "a URL" : handle.getClass().getName();
    }
}
