package dev.parityguard.service.elasticsearch;

/** Brings Elasticsearch to the guard, and whatever else answers as if it were. */
public final class ElasticsearchProvider extends SearchProvider {
    /** For {@link java.util.ServiceLoader}. */
    public ElasticsearchProvider() {
        super(Product.ELASTICSEARCH);
    }
}
