package dev.parityguard.service.s3;

import dev.parityguard.probe.ProbeContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Asks several questions at once, on threads of its own that end with it. Used by one thread. */
final class Volley implements AutoCloseable {
    private static final int GRACE_MILLIS = 100;

    private final ProbeContext context;
    private final ExecutorService threads;

    Volley(ProbeContext context, int width) {
        this.context = context;
        threads = Executors.newFixedThreadPool(width, task -> {
            Thread thread = new Thread(task, "parity-guard-s3");
            thread.setDaemon(true);
            return thread;
        });
        context.onCancel(threads::shutdownNow);
    }

    /** The answers in the order of the questions; one that did not come in time is a failure. */
    List<Answer> ask(List<Callable<Answer>> questions) throws InterruptedException {
        List<Future<Answer>> futures;
        try {
            futures =
                    threads.invokeAll(questions, context.deadline().remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            return Collections.nCopies(questions.size(), Answer.none(null, Failure.TIMED_OUT));
        }
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> future : futures) {
            try {
                answers.add(future.get());
            } catch (CancellationException e) {
                answers.add(Answer.none(null, Failure.TIMED_OUT));
            } catch (ExecutionException e) {
                if (e.getCause() instanceof LinkageError missing) {
                    throw missing;
                }
                answers.add(Answer.none(null, Failure.of(e, null)));
            }
        }
        return answers;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            threads.awaitTermination(GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
