package dev.parityguard.service.file;

import java.text.Normalizer;
import java.util.Locale;

/** The same name, written in another way. */
enum Spelling {
    /** {@code avatar.png} for {@code Avatar.png}. */
    LETTER_CASE("behaviour.key_case", "sensitive", "insensitive") {
        @Override
        String other(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            return name.equals(lower) ? name.toUpperCase(Locale.ROOT) : lower;
        }
    },
    /** An accent as a character of its own, or joined with its letter. */
    UNICODE("behaviour.key_unicode", "kept", "normalised") {
        @Override
        String other(String name) {
            if (name.chars().allMatch(c -> c < 0x80)) {
                return name;
            }
            String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
            return name.equals(composed) ? Normalizer.normalize(name, Normalizer.Form.NFD) : composed;
        }
    };

    private final String fact;
    private final String apart;
    private final String same;

    Spelling(String fact, String apart, String same) {
        this.fact = fact;
        this.apart = apart;
        this.same = same;
    }

    /** The name itself where it cannot be written in another way. */
    abstract String other(String name);

    String fact() {
        return fact;
    }

    String answer(boolean found) {
        return found ? same : apart;
    }
}
