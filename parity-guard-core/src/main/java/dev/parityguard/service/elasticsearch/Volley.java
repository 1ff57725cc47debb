package dev.parityguard.service.elasticsearch;

import dev.parityguard.probe.ProbeContext;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Asks several questions at once, each on a thread and a connection of its own that end with it. */
final class Volley {
    private static final int GRACE_MILLIS = 100;

    private final SearchUrl url;
    private final ProbeContext context;

    Volley(SearchUrl url, ProbeContext context) {
        this.url = url;
        this.context = context;
    }

    /** The answers by the names of the questions; one that did not come in time is a failure. */
    Map<String, Answer> ask(Map<String, Request> requests) throws InterruptedException {
        List<Asked> all = new ArrayList<>();
        requests.forEach((name, request) -> all.add(new Asked(name, request)));
        all.forEach(Thread::start);
        Map<String, Answer> answers = new TreeMap<>();
        try {
            for (Asked asked : all) {
                TimeUnit.NANOSECONDS.timedJoin(
                        asked, context.deadline().remaining().toNanos());
            }
        } finally {
            for (Asked asked : all) {
                asked.end();
                answers.put(asked.question, asked.answer);
            }
        }
        return answers;
    }

    private final class Asked extends Thread {
        private final String question;
        private final Request request;
        private final Socket socket = new Socket();
        private volatile Answer answer = Answer.none(Failure.timedOut(url.tls()));

        Asked(String question, Request request) {
            super("parity-guard-search-" + question);
            this.question = question;
            this.request = request;
            setDaemon(true);
            context.onCancel(socket);
        }

        @Override
        public void run() {
            try (socket) {
                answer = new Exchange(url, context.deadline()).ask(request, socket);
            } catch (IOException | GeneralSecurityException e) {
                answer = context.deadline().passed()
                        ? Answer.none(Failure.timedOut(url.tls()))
                        : Answer.none(Failure.of(e, url.tls()));
            }
        }

        /** Closing the connection frees a thread that still waits for it. */
        void end() {
            try {
                socket.close();
                join(GRACE_MILLIS);
            } catch (IOException e) {
                // It is closed all the same.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
