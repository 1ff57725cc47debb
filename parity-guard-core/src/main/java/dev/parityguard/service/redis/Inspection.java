package dev.parityguard.service.redis;

import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Observation;
import dev.parityguard.service.redis.Volley.Answers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks everything in one round trip and reads the answers. */
final class Inspection {
    private Inspection() {}

    /**
     * Looks at the server behind a pipeline.
     *
     * @param usedCommands the commands that the application uses, or null
     * @param tls whether the connection is encrypted, or null when only the server may know
     */
    static Observation of(RedisPipeline pipeline, @Nullable String usedCommands, @Nullable Boolean tls) {
        Volley volley = Volley.asking(usedCommands);
        List<List<String>> commands = volley.toSend();
        List<@Nullable Object> replies;
        try {
            replies = pipeline.send(commands);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ConnectionFailure.of(e, tls);
        } catch (Exception e) {
            return ConnectionFailure.of(e, tls);
        }
        if (replies.size() != commands.size()) {
            return new NotProbed("the client gave " + replies.size() + " replies to " + commands.size() + " commands");
        }
        Answers answers = volley.answers(replies);
        if (answers.all().stream().allMatch(Answer::isRefused)) {
            return ConnectionFailure.refused(String.valueOf(answers.info().refusal()));
        }
        Map<String, String> info = Replies.fields(Replies.text(answers.info().reply()), "\r?\n", ':');
        FactSheet sheet = new FactSheet();
        ServerFacts server = new ServerFacts(answers, info);
        server.tell(sheet);
        new StorageFacts(answers, info, server).tell(sheet);
        Transport.tell(tls, answers, info, sheet);
        return sheet.observed();
    }
}
