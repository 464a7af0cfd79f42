package dev.parlance.fake.twilio;

import dev.parlance.fake.FakeLifecycle;
import dev.parlance.fake.internal.Transport;
import dev.parlance.fake.twilio.log.Alert;
import dev.parlance.fake.twilio.world.World;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Opens, resets and closes the fake, per test class or per test. Each test starts with a new world that contains what was set
 * up before the first test.
 */
final class Lifecycle implements FakeLifecycle, AutoCloseable {
    private volatile Transport transport = new Transport();
    private final Substitutes substitutes = new Substitutes();
    private volatile Ports ports = new Ports(this::backend, substitutes);
    private final FakeAccount account;
    private final Supplier<List<Alert>> alertsThatFail;
    private volatile Backend backend;
    private @Nullable World setUp;
    private int classes;
    private boolean closed;

    Lifecycle(FakeAccount account, Supplier<List<Alert>> alertsThatFail) {
        this.account = account;
        this.alertsThatFail = alertsThatFail;
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

    Substitutes substitutes() {
        return substitutes;
    }

    Transport transport() {
        return transport;
    }

    private String apiUrl() {
        return ports.http() + "/api.twilio.com";
    }

    @Override
    public void beforeAll() {
        classes++;
        open();
    }

    @Override
    public void beforeEach() {
        open();
        if (setUp == null) {
            setUp = backend.world();
            substitutes.keep();
            backend = Backend.of(backend.world().copyOfSetup(transport));
        }
    }

    @Override
    public void passed() {
        List<Alert> alerts = alertsThatFail.get();
        if (!alerts.isEmpty()) {
            throw new AssertionError("Twilio's debugger shows:\n" + lines(alerts));
        }
    }

    static String lines(List<Alert> alerts) {
        return alerts.stream().map(Alert::toString).collect(Collectors.joining("\n"));
    }

    @Override
    public String log() {
        return "Log of the fake Twilio:\n" + backend.world().log();
    }

    @Override
    public void afterEach() {
        if (classes > 0) {
            reset();
        } else {
            close();
        }
    }

    /** Frameworks call this for nested classes too; the outermost class closes the fake. */
    @Override
    public void afterAll() {
        classes--;
        if (classes == 0) {
            close();
        }
    }

    /** A second fake with the same setup, without ports. */
    Backend copyOfSetup() {
        return Backend.of(backend.world().copyOfSetup(transport));
    }

    void reset() {
        World before = setUp == null ? backend.world() : setUp;
        Backend old = backend;
        backend = Backend.of(before.copyOfSetup(transport));
        old.close();
        substitutes.reset();
    }

    /** Reopens the fake if a previous class closed it: test classes may share a fake in an inherited static field. */
    private void open() {
        if (closed) {
            closed = false;
            transport = new Transport();
            ports = new Ports(this::backend, substitutes);
            backend = Backend.of(world());
            setUp = null;
            substitutes.forget();
        }
        ports.http();
    }

    @Override
    public void close() {
        closed = true;
        substitutes.close();
        backend.close();
        ports.close();
        transport.close();
    }
}
