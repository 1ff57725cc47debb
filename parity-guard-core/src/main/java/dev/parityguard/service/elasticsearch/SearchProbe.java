package dev.parityguard.service.elasticsearch;

import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Unreachable;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeContext;
import java.util.Map;
import java.util.TreeMap;

/** One look at a cluster: all questions at once, and a second turn for the analyzers that its indices define. */
final class SearchProbe implements Probe {
    private final String kind;
    private final SearchUrl url;
    private final Indices indices;

    SearchProbe(String kind, SearchUrl url, Indices indices) {
        this.kind = kind;
        this.url = url;
        this.indices = indices;
    }

    @Override
    public Observation observe(ProbeContext context) throws InterruptedException {
        boolean withCredentials = url.authorization() != null;
        Volley volley = new Volley(url, context);
        Map<String, Answer> answers = volley.ask(Questions.first(indices, withCredentials));
        Unreachable unreachable = Reach.failure(answers, withCredentials);
        if (unreachable != null) {
            return unreachable;
        }
        FactSheet sheet = new FactSheet();
        sheet.facts().putFlag("tls", url.tls());
        ClusterFacts cluster = new ClusterFacts(answers);
        cluster.tell(sheet);
        Map<String, Index> found = new TreeMap<>();
        Answer ofIndices = answers.get(Questions.INDICES);
        if (ofIndices != null) {
            found = IndexFacts.tell(indices, ofIndices, sheet);
        }
        Tokens.tell(answers, sheet);
        if (!found.isEmpty()) {
            Tokens.tell(volley.ask(Questions.second(found)), sheet);
        }
        return sheet.observed(cluster.kind(kind));
    }
}
