package dev.parlance.fake.twilio;

import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The fake's ports. Each opens on first use. */
final class Ports implements AutoCloseable {
    private final Supplier<Backend> backend;
    private final Substitutes substitutes;
    private @Nullable FakeServer http;
    private @Nullable FakeServer https;
    private @Nullable ConnectProxy proxy;
    private @Nullable Certificates certificates;
    private boolean closed;

    Ports(Supplier<Backend> backend, Substitutes substitutes) {
        this.backend = backend;
        this.substitutes = substitutes;
    }

    synchronized URI http() {
        checkOpen();
        if (http == null) {
            http = FakeServer.http(backend, substitutes);
        }
        return URI.create("http://localhost:" + http.port());
    }

    synchronized URI https() {
        checkOpen();
        if (https == null) {
            https = FakeServer.https(backend, substitutes, certificates().server());
        }
        return URI.create("https://localhost:" + https.port());
    }

    synchronized URI proxy() {
        checkOpen();
        if (proxy == null) {
            proxy = new ConnectProxy(https().getPort());
        }
        return URI.create("http://localhost:" + proxy.port());
    }

    synchronized Certificates certificates() {
        if (certificates == null) {
            certificates = new Certificates();
        }
        return certificates;
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("This FakeTwilio is closed");
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (proxy != null) {
            proxy.close();
        }
        if (https != null) {
            https.close();
        }
        if (http != null) {
            http.close();
        }
    }
}
