package dev.parityguard.service.elasticsearch;

/** Brings OpenSearch to the guard. */
public final class OpensearchProvider extends SearchProvider {
    /** For {@link java.util.ServiceLoader}. */
    public OpensearchProvider() {
        super(Product.OPENSEARCH);
    }
}
