package dev.parityguard.service.s3;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unknown.Cause;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How the store tells keys apart, seen without writing: an existing key is asked for in another spelling. Key names are
 * used for that and kept nowhere.
 */
final class KeyLook {
    static final String LETTER_CASE = "behaviour.key_case";
    static final String UNICODE = "behaviour.key_unicode";

    /** How many keys are looked at: enough to find one that can be spelled in another way, and a small answer. */
    static final int KEYS = 50;

    private static final Failure NO_KEY =
            new Failure(Cause.NOT_SUPPORTED, "an object whose key can be spelled in another way");

    private final BucketRequests requests;
    private final Answer listing;

    KeyLook(BucketRequests requests, Answer listing) {
        this.requests = requests;
        this.listing = listing;
    }

    void look(Volley volley, Facts.Builder facts, List<Unknown> unknowns) throws InterruptedException {
        if (!listing.succeeded()) {
            boolean forbidden = listing.status() == 403;
            String missing = forbidden ? "s3:ListBucket" : "a listing of the bucket: HTTP " + listing.status();
            unknowns.add(new Unknown("behaviour.key_*", forbidden ? Cause.NOT_PERMITTED : Cause.UNREADABLE, missing));
            return;
        }
        Set<String> keys = keys(listing);
        String inOtherCase = respelled(keys, KeyLook::otherCase);
        String inOtherForm = respelled(keys, KeyLook::otherForm);
        List<Answer> answers = volley.ask(List.of(
                () -> head(inOtherCase),
                () -> listed(inOtherCase),
                () -> head(inOtherForm),
                () -> listed(inOtherForm)));
        Answer byCase = unlessListed(inOtherCase, answers.get(0), answers.get(1));
        Answer byForm = unlessListed(inOtherForm, answers.get(2), answers.get(3));
        judge(LETTER_CASE, byCase, "sensitive", "insensitive", facts, unknowns);
        judge(UNICODE, byForm, "kept", "normalised", facts, unknowns);
    }

    private static Set<String> keys(Answer listing) {
        Set<String> keys = new TreeSet<>();
        XmlElement document = listing.document();
        if (document != null) {
            for (XmlElement entry : document.all("Contents")) {
                for (XmlElement key : entry.all("Key")) {
                    keys.add(key.text());
                }
            }
        }
        return keys;
    }

    /** Another spelling of one of the keys that is not itself among them, or null. */
    private static @Nullable String respelled(Set<String> keys, UnaryOperator<String> spelling) {
        for (String key : keys) {
            String respelled = spelling.apply(key);
            if (!keys.contains(respelled)) {
                return respelled;
            }
        }
        return null;
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

    private Answer head(@Nullable String key) {
        return key == null ? Answer.none(null, NO_KEY) : requests.headObject(key);
    }

    private Answer listed(@Nullable String key) {
        return key == null ? Answer.none(null, NO_KEY) : requests.keys(1, key);
    }

    /** An object that is found counts only when the store does not list it under that very spelling. */
    private static Answer unlessListed(@Nullable String key, Answer head, Answer listing) {
        return key != null && head.succeeded() && keys(listing).contains(key) ? Answer.none(null, NO_KEY) : head;
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
