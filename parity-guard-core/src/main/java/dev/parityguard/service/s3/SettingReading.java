package dev.parityguard.service.s3;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unknown.Cause;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one answer says of one setting: a value, or what stood in the way. */
record SettingReading(
        BucketSetting setting,
        @Nullable String value,
        @Nullable Unknown unknown) {
    /** The store says honestly that it has no such thing. */
    static final String UNSUPPORTED = "unsupported";

    private static final Set<String> NO_SUCH_THING =
            Set.of("NotImplemented", "MethodNotAllowed", "NotSupported", "UnsupportedOperation");
    /** These 404 do not say that the setting is missing, but that something else is. */
    private static final Set<String> OTHER_THINGS = Set.of("NoSuchKey", "NoSuchVersion", "NoSuchUpload");

    static SettingReading of(BucketSetting setting, Answer answer) {
        Failure failure = answer.failure();
        if (failure != null) {
            return unknown(setting, failure.cause(), failure.reason());
        } else if (answer.succeeded()) {
            return read(setting, answer);
        } else if (answer.status() == 501 || answer.status() == 405 || NO_SUCH_THING.contains(answer.code())) {
            return new SettingReading(setting, UNSUPPORTED, null);
        } else if (answer.status() == 403 || answer.status() == 401) {
            return unknown(setting, Cause.NOT_PERMITTED, setting.action);
        } else if (saysNotConfigured(setting, answer)) {
            return new SettingReading(setting, setting.otherwise, null);
        }
        Cause cause = answer.status() >= 500 ? Cause.UNREACHABLE : Cause.UNREADABLE;
        return unknown(
                setting,
                cause,
                ("?" + setting.subResource + ": HTTP " + answer.status() + " " + answer.code()).strip());
    }

    private static SettingReading read(BucketSetting setting, Answer answer) {
        XmlElement document = answer.document();
        if (document == null || !document.name().equals(setting.root)) {
            String other = document == null ? "no XML" : Words.isPlain(document.name()) ? document.name() : "another";
            return unknown(
                    setting,
                    Cause.UNREADABLE,
                    "?" + setting.subResource + " was answered with the wrong document (" + other + ")");
        }
        String value = setting.value(document);
        for (String word : value.split("[ ,]", -1)) {
            if (!Words.isPlain(word)) {
                return unknown(setting, Cause.UNREADABLE, "?" + setting.subResource + ": a value that is no word");
            }
        }
        return new SettingReading(setting, value, null);
    }

    /** S3Mock 5.2 answers 400 InvalidRequest for a bucket without object lock, as S3 itself does for objects. */
    private static boolean saysNotConfigured(BucketSetting setting, Answer answer) {
        String code = answer.code();
        if (setting == BucketSetting.OBJECT_LOCK && code.equals("InvalidRequest")) {
            return true;
        }
        boolean saysMissing = code.startsWith("NoSuch") || code.contains("NotFound");
        return answer.status() == 404 && saysMissing && !OTHER_THINGS.contains(code);
    }

    private static SettingReading unknown(BucketSetting setting, Cause cause, String missing) {
        return new SettingReading(setting, null, new Unknown(setting.fact, cause, missing));
    }

    void into(Facts.Builder facts, List<Unknown> unknowns) {
        facts.put(setting.fact, value);
        if (unknown != null) {
            unknowns.add(unknown);
        }
    }
}
