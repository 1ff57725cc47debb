package dev.parityguard.service.s3;

import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unreachable;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one volley.
 *
 * @param head to HeadBucket
 * @param settings to the question of each setting
 * @param keys to the question for some keys
 */
record BucketAnswers(Answer head, Map<BucketSetting, Answer> settings, Answer keys) {
    private static final URI NOWHERE = URI.create("");

    BucketAnswers {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    private List<Answer> all() {
        List<Answer> all = new ArrayList<>(settings.values());
        all.add(head);
        return all;
    }

    /** Where the client sent its questions; empty when it sent none. */
    URI sent() {
        return all().stream()
                .map(Answer::sent)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(NOWHERE);
    }

    /** Whether at least one question was answered with the document that belongs to it. */
    boolean read() {
        return settings.entrySet().stream()
                .anyMatch(answer -> answer.getValue().succeeded()
                        && answer.getValue().root().equals(answer.getKey().root));
    }

    /** Nothing was read, and neither a redirection nor a passing trouble of the store explains it. */
    boolean mayBeForNobody() {
        boolean explained = all().stream()
                .anyMatch(answer -> answer.redirects()
                        || (answer.status() >= 500 && answer.status() != 501)
                        || (answer.failure() != null && !answer.failure().isNoSuchHost()));
        return !explained && !read();
    }

    boolean redirects() {
        return all().stream().anyMatch(Answer::redirects);
    }

    /** The region that the store names in a header, or null. */
    @Nullable
    String regionHeader() {
        return all().stream()
                .map(answer -> answer.header("x-amz-bucket-region"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What tells one product from another. */
    Map<String, Set<String>> signals(String host) {
        Map<String, Set<String>> signals = new HashMap<>();
        signals.put("host", Set.of(host));
        for (Answer answer : all()) {
            answer.headers().forEach((name, value) -> add(signals, name, value));
            add(signals, "code", answer.code());
            add(signals, "prolog", answer.prolog());
        }
        return signals;
    }

    private static void add(Map<String, Set<String>> signals, String name, String value) {
        signals.computeIfAbsent(name, n -> new HashSet<>()).add(value);
    }

    /** Why nothing can be said of this bucket, or null when something can. */
    @Nullable
    Unreachable unreachable(String bucket) {
        List<Answer> arrived = all().stream().filter(Answer::arrived).toList();
        if (arrived.isEmpty()) {
            Failure failure = Objects.requireNonNullElse(head.failure(), Failure.TIMED_OUT);
            return new Unreachable(failure.cause(), failure.reason());
        }
        for (Answer answer : arrived) {
            if (answer.refusesCredentials()) {
                return new Unreachable(
                        Unknown.Cause.NOT_PERMITTED, "the credentials were not accepted: " + answer.code());
            }
            if (answer.code().equals("NoSuchBucket")) {
                return new Unreachable(Unknown.Cause.UNREACHABLE, "there is no bucket named " + bucket);
            }
        }
        if (arrived.stream().allMatch(answer -> answer.status() >= 500 && answer.status() != 501)) {
            return new Unreachable(
                    Unknown.Cause.UNREACHABLE,
                    "the store answers HTTP " + arrived.get(0).status());
        }
        if (!redirects() && arrived.stream().noneMatch(Answer::isS3)) {
            return new Unreachable(
                    Unknown.Cause.UNREADABLE,
                    "something answers HTTP " + arrived.get(0).status() + " but does not speak the S3 protocol");
        }
        return null;
    }
}
