package dev.parityguard.service.elasticsearch;

import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.NotProbed;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.target.Secret;
import dev.parityguard.target.Target;

/**
 * What the two kinds share: the same questions are asked, and whoever answers tells which kind it is. The target's
 * property {@code indices} names the indices, aliases and data streams that the application uses, separated by commas or
 * blanks; {@code api-key} holds a key in its encoded form.
 */
abstract class SearchProvider implements ProbeProvider {
    private final String kind;

    SearchProvider(String kind) {
        this.kind = kind;
    }

    @Override
    public final String kind() {
        return kind;
    }

    @Override
    public final FactCatalogue catalogue() {
        return FactCatalogue.load(SearchProvider.class, "catalogue.properties");
    }

    @Override
    public final String accepted() {
        return "http[s]://user:password@host:9200, " + kind + "+http[s]://…";
    }

    @Override
    public final boolean accepts(Target target) {
        return target.hasScheme("http", "https", kind + "+http", kind + "+https");
    }

    @Override
    public final Probe probe(Target target) {
        Secret url = target.url();
        if (url == null) {
            throw new IllegalArgumentException("no URL");
        }
        String apiKey = target.property("api-key");
        SearchUrl parsed = SearchUrl.parse(url.reveal(), apiKey == null ? null : Secret.of(apiKey));
        return parsed == null
                ? context ->
                        new NotProbed("the URL cannot be read: http[s]://user:password@host:port/path is expected, "
                                + "with %-encoding where user or password hold / ? # or %")
                : new SearchProbe(kind, parsed, Indices.named(target.property("indices")));
    }
}
