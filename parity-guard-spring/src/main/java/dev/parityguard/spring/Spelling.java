package dev.parityguard.spring;

import java.util.Locale;

/** Spellings that mean the same name: {@code orders-db}, {@code ORDERS_DB}, {@code orders.db} and {@code ordersDb}. */
final class Spelling {
    private Spelling() {}

    /** Letters and digits alone, in lower case. */
    static String letters(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                letters.append(c);
            }
        }
        return letters.toString().toLowerCase(Locale.ROOT);
    }
}
