package dev.parlance.serverless;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** A service at Twilio, and what is in it. */
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

    /** Its name and SID. */
    public Service service() {
        return service;
    }

    /** Its environments, as they are now. */
    public List<Environment> environments() {
        return api.environments().all(service);
    }

    /** Its builds, the newest first; Twilio deletes those that nothing runs after a day. */
    public List<Build> builds() {
        return api.builds().all(service);
    }

    /**
     * Waits until a build is complete, for as long as is said.
     *
     * @throws DeployException if it fails or takes longer
     */
    public void awaitBuild(String sid, Duration limit) {
        Waiting waiting = new Waiting(Clock.systemUTC(), pause, limit);
        api.builds().await(service.sid(), sid, waiting, () -> {}, "");
    }

    /**
     * One environment: {@code production}, or what the domain has as its suffix.
     *
     * @throws DeployException if there is none
     */
    public DeployedEnvironment environment(String name) {
        List<Environment> all = environments();
        Environment environment = all.stream()
                .filter(it -> it.isCalled(name))
                .findFirst()
                .orElseThrow(() -> new DeployException("The service " + service.name() + " has no environment " + name
                        + "; it has "
                        + all.stream().map(Environment::called).collect(Collectors.joining(", "))));
        return new DeployedEnvironment(service, environment, api, fingerprints, pause);
    }

    /** Removes it with all that is in it. What ran is gone, with its domains. */
    public void remove() {
        api.services().remove(service);
    }
}
