package dev.parityguard.service.s3;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unknown.Cause;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the store tells keys apart, seen without writing: an existing key is asked for in another spelling. Key names are
 * used for that and kept nowhere.
 */
final class KeyLook {
    static final String LETTER_CASE = "behaviour.key_case";
    static final String UNICODE = "behaviour.key_unicode";

    private static final int KEYS = 100;
    private static final Failure NO_KEY =
            new Failure(Cause.NOT_SUPPORTED, "an object whose key can be spelled in another way");

    private final BucketRequests requests;

    KeyLook(BucketRequests requests) {
        this.requests = requests;
    }

    void look(Volley volley, Facts.Builder facts, List<Unknown> unknowns) throws InterruptedException {
        Answer listing = volley.ask(List.of(() -> requests.keys(KEYS, ""))).get(0);
        if (!listing.succeeded()) {
            boolean forbidden = listing.status() == 403;
            String missing = forbidden ? "s3:ListBucket" : "a listing of the bucket: HTTP " + listing.status();
            unknowns.add(new Unknown("behaviour.key_*", forbidden ? Cause.NOT_PERMITTED : Cause.UNREADABLE, missing));
            return;
        }
        Set<String> keys = keys(listing);
        List<Answer> answers = volley.ask(List.of(
                () -> askFor(respelled(keys, KeyLook::otherCase)), () -> askFor(respelled(keys, KeyLook::otherForm))));
        judge(LETTER_CASE, answers.get(0), "sensitive", "insensitive", facts, unknowns);
        judge(UNICODE, answers.get(1), "kept", "normalised", facts, unknowns);
    }

    private static Set<String> keys(Answer listing) {
        XmlElement document = listing.document();
        return document == null
                ? Set.of()
                : document.all("Contents")
                        .flatMap(entry -> entry.all("Key"))
                        .map(XmlElement::text)
                        .collect(Collectors.toSet());
    }

    /** Another spelling of one of the keys that is not itself among them, or null. */
    private static @Nullable String respelled(Set<String> keys, UnaryOperator<String> spelling) {
        return keys.stream()
                .sorted()
                .map(spelling)
                .filter(key -> !keys.contains(key))
                .findFirst()
                .orElse(null);
    }

    private static String otherCase(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return key.equals(lower) ? key.toUpperCase(Locale.ROOT) : lower;
    }

    private static String otherForm(String key) {
        if (key.chars().allMatch(c -> c < 0x80)) {
            return key;
        }
        String composed = Normalizer.normalize(key, Normalizer.Form.NFC);
        return key.equals(composed) ? Normalizer.normalize(key, Normalizer.Form.NFD) : composed;
    }

    /** An object that is found counts only when the store does not list it under that very spelling. */
    private Answer askFor(@Nullable String key) {
        if (key == null) {
            return Answer.none(null, NO_KEY);
        }
        Answer answer = requests.headObject(key);
        return answer.succeeded() && keys(requests.keys(1, key)).contains(key) ? Answer.none(null, NO_KEY) : answer;
    }

    private static void judge(
            String fact, Answer answer, String notFound, String found, Facts.Builder facts, List<Unknown> unknowns) {
        Failure failure = answer.failure();
        if (failure != null) {
            unknowns.add(new Unknown(fact, failure.cause(), failure.reason()));
        } else if (answer.status() == 404 || answer.succeeded()) {
            facts.put(fact, answer.succeeded() ? found : notFound);
        } else {
            boolean forbidden = answer.status() == 403;
            String missing = forbidden ? "s3:GetObject" : "HeadObject: HTTP " + answer.status();
            unknowns.add(new Unknown(fact, forbidden ? Cause.NOT_PERMITTED : Cause.UNREADABLE, missing));
        }
    }
}
