/** Sees an Elasticsearch or OpenSearch cluster over HTTP: who answers, its settings, indices and analyzers. */
@NullMarked
package dev.parityguard.service.elasticsearch;

import org.jspecify.annotations.NullMarked;
