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
        for (Answer answer : all()) {
            if (answer.sent() != null) {
                return answer.sent();
            }
        }
        return NOWHERE;
    }

    /** Whether at least one question was answered with the document that belongs to it. */
    boolean read() {
        for (Map.Entry<BucketSetting, Answer> setting : settings.entrySet()) {
            Answer answer = setting.getValue();
            if (answer.succeeded() && answer.root().equals(setting.getKey().root)) {
                return true;
            }
        }
        return false;
    }

    /** Nothing was read, and neither a redirection nor a passing trouble of the store explains it. */
    boolean mayBeForNobody() {
        for (Answer answer : all()) {
            Failure failure = answer.failure();
            if (answer.redirects() || answer.isInTrouble() || (failure != null && !failure.isNoSuchHost())) {
                return false;
            }
        }
        return !read();
    }

    boolean redirects() {
        for (Answer answer : all()) {
            if (answer.redirects()) {
                return true;
            }
        }
        return false;
    }

    /** The region that the store names in a header, or null. */
    @Nullable
    String regionHeader() {
        for (Answer answer : all()) {
            String region = answer.header("x-amz-bucket-region");
            if (region != null) {
                return region;
            }
        }
        return null;
    }

    /** What tells one product from another. */
    Map<String, Set<String>> signals(String host) {
        Map<String, Set<String>> signals = new HashMap<>();
        signals.put("host", Set.of(host));
        for (Answer answer : all()) {
            for (Map.Entry<String, String> header : answer.headers().entrySet()) {
                add(signals, header.getKey(), header.getValue());
            }
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
        Answer arrived = null;
        boolean inTrouble = true;
        boolean speaksS3 = redirects();
        for (Answer answer : all()) {
            if (!answer.arrived()) {
                continue;
            }
            if (answer.refusesCredentials()) {
                return new Unreachable(
                        Unknown.Cause.NOT_PERMITTED, "the credentials were not accepted: " + answer.code());
            }
            if (answer.code().equals("NoSuchBucket")) {
                return new Unreachable(Unknown.Cause.UNREACHABLE, "there is no bucket named " + bucket);
            }
            arrived = arrived == null ? answer : arrived;
            inTrouble &= answer.isInTrouble();
            speaksS3 |= answer.isS3();
        }
        if (arrived == null) {
            Failure failure = Objects.requireNonNullElse(head.failure(), Failure.TIMED_OUT);
            return new Unreachable(failure.cause(), failure.reason());
        }
        if (inTrouble) {
            return new Unreachable(Unknown.Cause.UNREACHABLE, "the store answers HTTP " + arrived.status());
        }
        return speaksS3
                ? null
                : new Unreachable(
                        Unknown.Cause.UNREADABLE,
                        "something answers HTTP " + arrived.status() + " but does not speak the S3 protocol");
    }
}
