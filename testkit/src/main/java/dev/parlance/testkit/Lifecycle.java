package dev.parlance.testkit;

import dev.parlance.testkit.world.Transport;
import dev.parlance.testkit.world.World;
import org.jspecify.annotations.Nullable;

/**
 * The world that is now, and its way in and out. It is opened for a class of tests or for a single one; each test begins
 * with a new world that has what was set up before the first.
 */
final class Lifecycle implements AutoCloseable {
    private volatile Transport transport = new Transport();
    private volatile Ports ports = new Ports(this::stage);
    private final FakeAccount account;
    private volatile Stage stage;
    private @Nullable World setUp;
    private int classes;
    private boolean closed;

    Lifecycle(FakeAccount account) {
        this.account = account;
        this.stage = Stage.of(world());
    }

    private World world() {
        return new World(
                transport, this::apiUrl, account.sid(), account.authToken().reveal());
    }

    Stage stage() {
        return stage;
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

    void beginClass() {
        classes++;
        open();
    }

    void beginTest() {
        open();
        if (setUp == null) {
            setUp = stage.world();
            stage = Stage.of(stage.world().afresh(transport));
        }
    }

    void endTest() {
        if (classes > 0) {
            reset();
        } else {
            close();
        }
    }

    /** A class with nested ones is done when all of them are. */
    void endClass() {
        classes--;
        if (classes == 0) {
            close();
        }
    }

    void reset() {
        World before = setUp == null ? stage.world() : setUp;
        Stage old = stage;
        stage = Stage.of(before.afresh(transport));
        old.close();
    }

    /** A fake in a static field that several test classes inherit is closed after one, and opened for the next. */
    private void open() {
        if (closed) {
            closed = false;
            transport = new Transport();
            ports = new Ports(this::stage);
            stage = Stage.of(world());
            setUp = null;
        }
        ports.http();
    }

    @Override
    public void close() {
        closed = true;
        stage.close();
        ports.close();
        transport.close();
    }
}
