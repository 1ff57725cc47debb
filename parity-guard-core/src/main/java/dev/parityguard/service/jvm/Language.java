package dev.parityguard.service.jvm;

import dev.parityguard.fact.Facts;
import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** What the JVM took from the language of its environment: charsets and locale. */
final class Language {
    private static final String BEYOND_ASCII = "é привіт";

    private Language() {}

    static void tell(Host host, Facts.Builder facts) {
        Charset charset = Charset.defaultCharset();
        facts.put("charset.default", charset.name());
        facts.put("charset.native", host.property("native.encoding"));
        boolean kept = charset.canEncode() && charset.newEncoder().canEncode(BEYOND_ASCII);
        facts.put("behaviour.text_beyond_ascii", kept ? "kept" : "lost");
        facts.put("behaviour.file_names_beyond_ascii", fileNames());
        Locale locale = Locale.getDefault();
        facts.put("locale.language", locale.getLanguage());
        facts.put("locale.region", locale.getCountry().isEmpty() ? "none" : locale.getCountry());
        Locale format = Locale.getDefault(Locale.Category.FORMAT);
        facts.put("locale.format", format.equals(locale) ? "the same" : format.toLanguageTag());
        facts.put("behaviour.upper_case", upperCase());
    }

    @SuppressWarnings("StringCaseLocaleUsage") // what the default locale does is the question
    private static String upperCase() {
        return "title".toUpperCase();
    }

    private static String fileNames() {
        try {
            return Path.of(BEYOND_ASCII).toString().equals(BEYOND_ASCII) ? "usable" : "changed";
        } catch (InvalidPathException e) {
            return "refused";
        }
    }
}
