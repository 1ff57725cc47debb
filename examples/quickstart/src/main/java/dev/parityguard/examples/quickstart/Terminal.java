package dev.parityguard.examples.quickstart;

import java.io.Console;

/** Colours on a terminal, plain text everywhere else. */
final class Terminal {
    private static final boolean COLOURED = System.getenv("NO_COLOR") == null && isTerminal();

    private Terminal() {}

    static void title(String text) {
        System.out.println();
        System.out.println(COLOURED ? "\u001b[1;36m== " + text + "\u001b[0m" : "== " + text);
    }

    static void verdict(boolean good, String text) {
        String mark = good ? "as promised: " : "NOT AS PROMISED: ";
        System.out.println(COLOURED ? (good ? "\u001b[32m" : "\u001b[31m") + mark + text + "\u001b[0m" : mark + text);
    }

    /** From Java 22 on there is always a console, and {@code isTerminal} tells whether it is one; before, none is. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
