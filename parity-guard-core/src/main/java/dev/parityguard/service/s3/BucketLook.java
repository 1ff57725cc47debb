package dev.parityguard.service.s3;

import dev.parityguard.fact.Observation;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unreachable;
import dev.parityguard.probe.ProbeContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import software.amazon.awssdk.services.s3.S3Client;

/** One look at one bucket: all questions at once, and a second turn only where the first leaves a doubt. */
final class BucketLook {
    private final S3Client client;
    private final String bucket;
    private final ProbeContext context;
    private final boolean ownClient;

    BucketLook(S3Client client, String bucket, ProbeContext context, boolean ownClient) {
        this.client = client;
        this.bucket = bucket;
        this.context = context;
        this.ownClient = ownClient;
    }

    Observation look() throws InterruptedException {
        BucketRequests requests = new BucketRequests(client, bucket, context.deadline(), !ownClient);
        try (Volley volley = new Volley(context, BucketSetting.values().length + 2)) {
            BucketAnswers answers = ask(volley, requests);
            BucketFacts facts = new BucketFacts(bucket);
            facts.client(ClientSettings.of(client), answers.sent());
            if (usesHostName(answers.sent()) && answers.mayBeForNobody()) {
                BucketRequests inPathStyle = requests.inPathStyle();
                BucketAnswers others = ask(volley, inPathStyle);
                if (others.read()) {
                    facts.hostNameNotServed();
                    answers = others;
                    requests = inPathStyle;
                }
            }
            Unreachable unreachable = answers.unreachable(bucket);
            if (unreachable != null) {
                return unreachable;
            }
            facts.bucket(answers);
            facts.keys(new KeyLook(requests, answers.keys()), volley);
            return new Observed("s3", facts.facts(), facts.unknowns());
        }
    }

    private boolean usesHostName(URI sent) {
        return sent.getHost() != null && sent.getHost().startsWith(bucket + ".");
    }

    private static BucketAnswers ask(Volley volley, BucketRequests requests) throws InterruptedException {
        List<Callable<Answer>> questions = new ArrayList<>();
        questions.add(requests::headBucket);
        for (BucketSetting setting : BucketSetting.values()) {
            questions.add(() -> requests.subResource(setting.subResource));
        }
        questions.add(() -> requests.keys(KeyLook.KEYS, ""));
        Iterator<Answer> answers = volley.ask(questions).iterator();
        Answer head = answers.next();
        Map<BucketSetting, Answer> settings = new EnumMap<>(BucketSetting.class);
        for (BucketSetting setting : BucketSetting.values()) {
            settings.put(setting, answers.next());
        }
        return new BucketAnswers(head, settings, answers.next());
    }
}
