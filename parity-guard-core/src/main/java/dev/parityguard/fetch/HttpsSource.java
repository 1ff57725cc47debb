package dev.parityguard.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;

/** One page by {@code https}, with the JDK's own client, which follows redirects to {@code https} only. */
final class HttpsSource implements Fetch.Source {
    private final URI address;
    private volatile @Nullable HttpURLConnection connection;

    HttpsSource(URI address) {
        this.address = address;
    }

    @Override
    public InputStream open(Duration time) throws IOException {
        HttpsURLConnection opened = (HttpsURLConnection) address.toURL().openConnection();
        connection = opened;
        int milliseconds = (int) Math.max(1, time.toMillis());
        opened.setConnectTimeout(milliseconds);
        opened.setReadTimeout(milliseconds);
        opened.setUseCaches(false);
        int status = opened.getResponseCode();
        if (status / 100 == 3) {
            throw new Fetch.Refusal("it is redirected to a place that is not https");
        }
        if (status != HttpURLConnection.HTTP_OK) {
            throw new Fetch.Refusal("the server answers with status " + status);
        }
        return opened.getInputStream();
    }

    @Override
    public void close() {
        HttpURLConnection opened = connection;
        if (opened != null) {
            opened.disconnect();
        }
    }
}
