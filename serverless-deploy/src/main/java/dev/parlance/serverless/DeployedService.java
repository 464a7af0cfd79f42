package dev.parlance.serverless;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** An existing service, with its environments and builds. */
public final class DeployedService {
    private final Service service;
    private final FunctionsApi api;
    private final Fingerprints fingerprints;
    private final Pause pause;

    DeployedService(Service service, FunctionsApi api, Fingerprints fingerprints, Pause pause) {
        this.service = service;
        this.api = api;
        this.fingerprints = fingerprints;
        this.pause = pause;
    }

    /** The name and SID of the service. */
    public Service service() {
        return service;
    }

    /** The environments of the service. */
    public List<Environment> environments() {
        return api.environments().all(service);
    }

    /** The builds of the service, newest first. Twilio deletes a build that has not run for a day. */
    public List<Build> builds() {
        return api.builds().all(service);
    }

    /**
     * Waits until a build is complete.
     *
     * @throws DeployException if the build fails or takes longer than the limit
     */
    public void awaitBuild(String sid, Duration limit) {
        Polling polling = new Polling(Clock.systemUTC(), pause, limit);
        api.builds().await(service.sid(), sid, polling, () -> {}, "");
    }

    /**
     * Returns an environment by its name: {@code production}, or its domain suffix.
     *
     * @throws DeployException if it does not exist
     */
    public DeployedEnvironment environment(String name) {
        List<Environment> all = environments();
        Environment environment = all.stream()
                .filter(it -> it.isCalled(name))
                .findFirst()
                .orElseThrow(() -> new DeployException("The service " + service.name() + " has no environment " + name
                        + ". Its environments: "
                        + all.stream().map(Environment::shortName).collect(Collectors.joining(", "))));
        return new DeployedEnvironment(service, environment, api, fingerprints, pause);
    }

    /** Removes the service with everything in it, including its environments and their domains. */
    public void remove() {
        api.services().remove(service);
    }
}
