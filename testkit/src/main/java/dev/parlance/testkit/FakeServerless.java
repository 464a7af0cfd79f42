package dev.parlance.testkit;

import dev.parlance.testkit.rest.ServerlessApi;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Functions and Assets, beyond what the API says of them.
 *
 * <pre>{@code
 * twilio.serverless().nextBuildFails();
 * twilio.serverless().live("greetings-1000-dev.twil.io").get("/hello");   // the bytes that are deployed there
 * }</pre>
 */
public final class FakeServerless {
    private final Supplier<ServerlessApi> api;

    FakeServerless(Supplier<ServerlessApi> api) {
        this.api = api;
    }

    /** From now on a build is complete after it was asked for this often, which is once at first. */
    public FakeServerless buildsTake(int polls) {
        api.get().buildsTake(polls);
        return this;
    }

    /** The next build fails. */
    public FakeServerless nextBuildFails() {
        api.get().nextBuildFails();
        return this;
    }

    /** A line in the log of an environment, as a function writes it. */
    public FakeServerless log(String environmentSid, String functionSid, String level, String message) {
        api.get().log(environmentSid, functionSid, level, message);
        return this;
    }

    /** The files that are live at a domain, by their paths; none if nothing is deployed there. */
    public Map<String, byte[]> live(String domain) {
        return api.get().live(domain);
    }
}
