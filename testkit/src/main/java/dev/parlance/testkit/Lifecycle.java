package dev.parlance.testkit;

import dev.parlance.testkit.world.Transport;
import dev.parlance.testkit.world.World;
import org.jspecify.annotations.Nullable;

/**
 * Opens, resets and closes the fake, per test class or per test. Each test starts with a new world that contains what was set
 * up before the first test.
 */
final class Lifecycle implements AutoCloseable {
    private volatile Transport transport = new Transport();
    private volatile Ports ports = new Ports(this::backend);
    private final FakeAccount account;
    private volatile Backend backend;
    private @Nullable World setUp;
    private int classes;
    private boolean closed;

    Lifecycle(FakeAccount account) {
        this.account = account;
        this.backend = Backend.of(world());
    }

    private World world() {
        return new World(
                transport, this::apiUrl, account.sid(), account.authToken().reveal());
    }

    Backend backend() {
        return backend;
    }

    Ports ports() {
        return ports;
    }

    Transport transport() {
        return transport;
    }

    private String apiUrl() {
        return ports.http() + "/api.twilio.com";
    }

    void beforeClass() {
        classes++;
        open();
    }

    void beforeTest() {
        open();
        if (setUp == null) {
            setUp = backend.world();
            backend = Backend.of(backend.world().copyOfSetup(transport));
        }
    }

    void afterTest() {
        if (classes > 0) {
            reset();
        } else {
            close();
        }
    }

    /** JUnit calls this for nested classes too; the outermost class closes the fake. */
    void afterClass() {
        classes--;
        if (classes == 0) {
            close();
        }
    }

    void reset() {
        World before = setUp == null ? backend.world() : setUp;
        Backend old = backend;
        backend = Backend.of(before.copyOfSetup(transport));
        old.close();
    }

    /** Reopens the fake if a previous class closed it: test classes may share a fake in an inherited static field. */
    private void open() {
        if (closed) {
            closed = false;
            transport = new Transport();
            ports = new Ports(this::backend);
            backend = Backend.of(world());
            setUp = null;
        }
        ports.http();
    }

    @Override
    public void close() {
        closed = true;
        backend.close();
        ports.close();
        transport.close();
    }
}
