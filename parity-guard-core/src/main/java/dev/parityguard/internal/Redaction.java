package dev.parityguard.internal;

import dev.parityguard.fact.Fact;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unreachable;
import dev.parityguard.target.Secret;
import dev.parityguard.target.Target;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of everything a probe says, since a driver's message or a server's answer may repeat what it was
 * given. Knows the secrets of one target, and the forms in which secrets usually appear. Immutable.
 */
final class Redaction {
    static final String MASK = "***";
    private static final Pattern USER_INFO = Pattern.compile("://[^\\s/?#@]*+@");
    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:pass(?:word|wd|phrase)?|pwd|secret|token|credential|api[-_]?key|access[-_]?key(?:[-_]?id)?)"
                    + "[\"']?\\s*[=:]\\s*)([^\\s&;,\"']++)");
    private static final Pattern URL_CREDENTIALS = Pattern.compile("^[a-zA-Z][-+.:a-zA-Z0-9]*//([^/?#]*)@");
    private static final Pattern URL_PARAMETER = Pattern.compile("[?&;]([^=&;#]+)=([^&;#]*)");
    private static final Pattern SECRET_NAME = Pattern.compile("(?i).*(pass|pwd|secret|token|credential|key).*");
    private static final int STRONG = 8;

    private final List<String> secrets;

    private Redaction(Set<String> secrets) {
        List<String> longestFirst = new ArrayList<>(secrets);
        longestFirst.remove("");
        longestFirst.sort((a, b) -> b.length() - a.length());
        this.secrets = longestFirst;
    }

    /** A redaction that knows what must not be shown of that target. */
    static Redaction of(Target target) {
        Set<String> secrets = new LinkedHashSet<>();
        Secret url = target.url();
        if (url != null) {
            fromUrl(url.reveal(), secrets);
        }
        for (Map.Entry<String, String> property : target.properties().entrySet()) {
            fromUrl(property.getValue(), secrets);
            if (SECRET_NAME.matcher(property.getKey()).matches()) {
                secrets.add(property.getValue());
            }
        }
        return new Redaction(secrets);
    }

    /** The observation without secrets. */
    Observation apply(Observation observation) {
        if (observation instanceof Observed observed) {
            Facts.Builder facts = Facts.builder();
            for (Fact fact : observed.facts()) {
                facts.put(fact.name(), clean(fact.value(), false), fact.source());
            }
            List<Unknown> unknowns = new ArrayList<>();
            for (Unknown unknown : observed.unknowns()) {
                unknowns.add(new Unknown(unknown.fact(), unknown.cause(), apply(unknown.missing())));
            }
            return new Observed(observed.kind(), facts.build(), unknowns);
        }
        if (observation instanceof Unreachable unreachable) {
            return new Unreachable(unreachable.cause(), apply(unreachable.reason()));
        }
        NotProbed notProbed = (NotProbed) observation;
        return new NotProbed(apply(notProbed.reason()), notProbed.variable());
    }

    /** The text without secrets. */
    String apply(String text) {
        return clean(text, true);
    }

    /**
     * A weak secret such as {@code postgres} is also a word of its own: inside a longer word it is none, and in the value
     * of a fact, which is the server's own, it never is.
     */
    private String clean(String text, boolean words) {
        String clean = text;
        for (String secret : secrets) {
            if (isStrong(secret)) {
                clean = clean.replace(secret, MASK);
            } else if (words) {
                clean = clean.replaceAll(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(secret) + "(?![\\p{L}\\p{N}])",
                        Matcher.quoteReplacement(MASK));
            }
        }
        clean = USER_INFO.matcher(clean).replaceAll("://" + MASK + "@");
        return NAMED.matcher(clean).replaceAll("$1" + Matcher.quoteReplacement(MASK));
    }

    private static boolean isStrong(String secret) {
        return secret.length() >= STRONG && !secret.chars().allMatch(Character::isLetter);
    }

    private static void fromUrl(String url, Set<String> secrets) {
        Matcher credentials = URL_CREDENTIALS.matcher(url);
        if (credentials.find()) {
            String userInfo = credentials.group(1);
            int colon = userInfo.indexOf(':');
            add(userInfo, secrets);
            if (colon >= 0) {
                add(userInfo.substring(colon + 1), secrets);
            }
        }
        Matcher parameters = URL_PARAMETER.matcher(url);
        while (parameters.find()) {
            if (SECRET_NAME.matcher(parameters.group(1)).matches()) {
                add(parameters.group(2), secrets);
            }
        }
    }

    private static void add(String secret, Set<String> secrets) {
        secrets.add(secret);
        try {
            secrets.add(URLDecoder.decode(secret.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // A stray percent sign: then the text as it is written is all there is.
            secrets.add(secret);
        }
    }
}
