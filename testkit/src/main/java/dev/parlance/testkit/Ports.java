package dev.parlance.testkit;

import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The fake's ports, each opened when it is first asked for. */
final class Ports implements AutoCloseable {
    private final Supplier<Stage> stage;
    private @Nullable FakeServer http;
    private @Nullable FakeServer https;
    private @Nullable ConnectProxy proxy;
    private @Nullable Certificates certificates;
    private boolean closed;

    Ports(Supplier<Stage> stage) {
        this.stage = stage;
    }

    synchronized URI http() {
        checkOpen();
        if (http == null) {
            http = FakeServer.http(stage);
        }
        return URI.create("http://localhost:" + http.port());
    }

    synchronized URI https() {
        checkOpen();
        if (https == null) {
            https = FakeServer.https(stage, certificates().server());
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
