package dev.parityguard.service.elasticsearch;

import java.util.Map;
import java.util.stream.Collectors;

/** What analyzers make of one fixed text. */
final class Tokens {
    private static final String PRIVILEGE =
            "the right to analyze: the index privilege manage, without an index the cluster"
                    + " privilege manage (OpenSearch: indices:admin/analyze)";
    private static final String FAMILY = "behaviour.";

    private Tokens() {}

    /** An analyzer that cannot be made or found there (400) does not exist, and is no fact. */
    static void tell(Map<String, Answer> answers, FactSheet sheet) {
        answers.forEach((question, answer) -> {
            if (!question.startsWith(Questions.TOKENS)) {
                return;
            }
            if (answer.succeeded() && answer.document() != null) {
                String tokens = answer.document().at("tokens").elements().stream()
                        .map(token -> String.valueOf(token.at("token").text()))
                        .collect(Collectors.joining("|"));
                sheet.facts().put(FAMILY + question, tokens);
            } else if (!answer.isUnknownThere()) {
                sheet.unread(answer, PRIVILEGE, FAMILY + question);
            }
        });
    }
}
