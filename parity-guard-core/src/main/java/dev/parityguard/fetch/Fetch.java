package dev.parityguard.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fetches by {@code https} or from S3. */
public final class Fetch {
    private Fetch() {}

    /** Something that can be fetched; closing it ends a call that is under way. */
    interface Source extends AutoCloseable {
        InputStream open(Duration time) throws IOException;

        @Override
        void close();
    }

    /**
     * The bytes at that address.
     *
     * @param address {@code https://…} or {@code s3://bucket/key?endpoint=…&region=…&path-style=true}
     * @param most how many bytes are taken
     * @param time how long it may take in all
     * @throws IOException with a sentence that holds nothing of the address
     */
    public static byte[] bytes(URI address, int most, Duration time) throws IOException {
        Source source = source(address);
        FutureTask<byte[]> fetching = new FutureTask<>(() -> {
            try (InputStream in = source.open(time)) {
                return in.readNBytes(most + 1);
            }
        });
        start(fetching);
        try {
            byte[] bytes = fetching.get(time.toNanos(), TimeUnit.NANOSECONDS);
            if (bytes.length > most) {
                throw new IOException("it is too large: at most " + most + " bytes are read");
            }
            return bytes;
        } catch (TimeoutException e) {
            fetching.cancel(true);
            throw new IOException("it was not there within " + time.toMillis() + " ms");
        } catch (InterruptedException e) {
            fetching.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("the thread was interrupted");
        } catch (ExecutionException e) {
            throw new IOException(reason(e.getCause() == null ? e : e.getCause()));
        } finally {
            // Closing may wait for a read that is under way.
            start(source::close);
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "parity-guard-fetch");
        thread.setDaemon(true);
        thread.start();
    }

    private static Source source(URI address) throws IOException {
        if (address.getHost() == null && address.getAuthority() == null) {
            throw new IOException("the address names no host");
        }
        if (address.getUserInfo() != null) {
            throw new IOException("an address with a user or password is not accepted");
        }
        return "s3".equalsIgnoreCase(address.getScheme()) ? s3(address) : new HttpsSource(address);
    }

    private static Source s3(URI address) throws IOException {
        try {
            return new S3Source(address);
        } catch (LinkageError e) {
            throw new IOException("the AWS SDK is not on the class path: add software.amazon.awssdk:s3");
        }
    }

    /** What a client says may hold addresses with secrets, so that only our own sentences are repeated. */
    private static String reason(Throwable failure) {
        return failure instanceof Refusal
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName();
    }

    /** A sentence of ours. */
    static final class Refusal extends IOException {
        private static final long serialVersionUID = 1L;

        Refusal(String sentence) {
            super(sentence);
        }
    }
}
