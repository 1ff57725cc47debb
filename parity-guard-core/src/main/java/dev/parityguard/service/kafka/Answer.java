package dev.parityguard.service.kafka;

import java.util.Map;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * What came back for one question.
 *
 * @param value the answer, or null
 * @param failure why there is none, or null
 */
record Answer<T>(@Nullable T value, @Nullable Throwable failure) {
    private static final Map<ConfigEntry.ConfigSource, String> SOURCES = Map.of(
            ConfigEntry.ConfigSource.DEFAULT_CONFIG, "default",
            ConfigEntry.ConfigSource.STATIC_BROKER_CONFIG, "broker",
            ConfigEntry.ConfigSource.DYNAMIC_BROKER_CONFIG, "broker, dynamic",
            ConfigEntry.ConfigSource.DYNAMIC_DEFAULT_BROKER_CONFIG, "cluster, dynamic",
            ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG, "topic");

    /** Why it is not known, or null when it is: that there is no such topic is an answer. */
    @Nullable
    Throwable refusal() {
        return failure instanceof UnknownTopicOrPartitionException ? null : failure;
    }

    /** The value of a setting; null where it is secret or not there. */
    static @Nullable String setting(Config settings, String name) {
        ConfigEntry entry = settings.get(name);
        return entry == null || entry.isSensitive() ? null : entry.value();
    }

    /** Who set it, or null where the broker does not tell. */
    static @Nullable String source(Config settings, String name) {
        ConfigEntry entry = settings.get(name);
        return entry == null ? null : SOURCES.get(entry.source());
    }

    /** A setting as a number, or -1. */
    static int number(Config settings, String name) {
        String value = setting(settings, name);
        try {
            return value == null ? -1 : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
