package dev.parlance.fake.twilio;

import dev.parlance.fake.twilio.rest.ServerlessApi;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Controls the fake's Functions and Assets beyond what the API offers.
 *
 * <pre>{@code
 * twilio.serverless().nextBuildFails();
 * twilio.serverless().live("greetings-1000-dev.twil.io").get("/hello");   // the deployed bytes
 * }</pre>
 */
public final class FakeServerless {
    private final Supplier<ServerlessApi> api;

    FakeServerless(Supplier<ServerlessApi> api) {
        this.api = api;
    }

    /** Sets how many polls a build takes to complete. Default: 1. */
    public FakeServerless buildsTake(int polls) {
        api.get().buildsTake(polls);
        return this;
    }

    /** Makes the next build fail. */
    public FakeServerless nextBuildFails() {
        api.get().nextBuildFails();
        return this;
    }

    /** Adds a line to an environment's log, as a function would. */
    public FakeServerless log(String environmentSid, String functionSid, String level, String message) {
        api.get().log(environmentSid, functionSid, level, message);
        return this;
    }

    /** The files deployed at a domain, by path; empty if nothing is deployed there. */
    public Map<String, byte[]> live(String domain) {
        return api.get().live(domain);
    }
}
