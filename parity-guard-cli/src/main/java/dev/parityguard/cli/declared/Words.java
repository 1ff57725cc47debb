package dev.parityguard.cli.declared;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a command as a shell does, without doing anything else that a shell does. */
final class Words {
    private static final Pattern PART = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'|(\\s+)|([^\\s\"']+)");

    private Words() {}

    static List<String> of(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        Matcher part = PART.matcher(command);
        while (part.find()) {
            if (part.group(3) != null) {
                if (begun) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
                continue;
            }
            begun = true;
            if (part.group(1) != null) {
                word.append(part.group(1).replaceAll("\\\\(.)", "$1"));
            } else {
                word.append(part.group(2) != null ? part.group(2) : part.group(4));
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}
