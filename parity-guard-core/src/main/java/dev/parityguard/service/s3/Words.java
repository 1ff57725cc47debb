package dev.parityguard.service.s3;

import java.util.regex.Pattern;

/** What a store says is repeated only where it is one plain word. */
final class Words {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:._-]{0,59}");

    private Words() {}

    static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches();
    }
}
