package dev.parlance.serverless;

import static java.util.Objects.requireNonNull;

import com.twilio.rest.serverless.v1.service.environment.Deployment;
import java.util.List;
import java.util.Optional;

/** Twilio's API for environments and deployments. */
record EnvironmentsApi(Requests requests) {
    List<Environment> all(Service service) {
        var reader = com.twilio.rest.serverless.v1.service.Environment.reader(service.sid());
        return requests.list("the environments", reader).stream()
                .map(EnvironmentsApi::environment)
                .toList();
    }

    Optional<Environment> find(Service service, String called) {
        return all(service).stream()
                .filter(environment -> environment.isCalled(called))
                .findFirst();
    }

    Environment refresh(Environment before) {
        return requests.read(
                "an environment",
                client -> environment(
                        com.twilio.rest.serverless.v1.service.Environment.fetcher(before.service(), before.sid())
                                .fetch(client)));
    }

    /**
     * Stops if another pipeline has deployed in the meantime.
     *
     * @param before the build that ran when the plan was made
     * @param done what was already done, as the end of a sentence
     */
    void requireBuild(Environment environment, Optional<String> before, String done) {
        Optional<String> now = refresh(environment).build();
        if (!now.equals(before)) {
            throw new DeployException(
                    "Someone else deployed to %s in the meantime: build %s ran at the start, build %s runs now. This deployment was stopped%s. Start again"
                            .formatted(environment.shortName(), before.orElse("none"), now.orElse("none"), done));
        }
    }

    /** Uses the same names as Twilio's Serverless Toolkit, so that both tools find each other's environments. */
    Environment create(Service service, String called) {
        boolean isProduction = called.equals(Environment.PRODUCTION);
        var request = com.twilio.rest.serverless.v1.service.Environment.creator(
                service.sid(), isProduction ? called : called + "-environment");
        if (!isProduction) {
            request.setDomainSuffix(called);
        }
        return requests.attempts()
                .create(
                        () -> requests.change("a new environment", client -> environment(request.create(client))),
                        () -> find(service, called));
    }

    void remove(Environment environment) {
        requests.remove(() -> requests.change(
                "the removal of an environment",
                client -> com.twilio.rest.serverless.v1.service.Environment.deleter(
                                environment.service(), environment.sid())
                        .delete(client)));
    }

    private static Environment environment(com.twilio.rest.serverless.v1.service.Environment environment) {
        return new Environment(
                requireNonNull(environment.getSid()),
                requireNonNull(environment.getServiceSid()),
                requireNonNull(environment.getUniqueName()),
                Requests.nonBlank(environment.getDomainSuffix()),
                requireNonNull(environment.getDomainName()),
                Requests.nonBlank(environment.getBuildSid()));
    }

    /** The builds that were deployed, newest first. An entry is empty where the build was removed from the environment. */
    List<Optional<String>> history(Environment environment) {
        return requests.list("the deployments", Deployment.reader(environment.service(), environment.sid())).stream()
                .sorted((one, other) -> other.getDateCreated().compareTo(one.getDateCreated()))
                .map(deployment -> Requests.nonBlank(deployment.getBuildSid()))
                .toList();
    }

    /** Deploys a build. Succeeds if it is already running. */
    void deploy(Environment environment, String build) {
        var request =
                Deployment.creator(environment.service(), environment.sid()).setBuildSid(build);
        requests.attempts()
                .create(
                        () -> requests.change(
                                "a deployment",
                                client ->
                                        Requests.nonBlank(request.create(client).getBuildSid())),
                        () -> Optional.of(refresh(environment).build()).filter(now -> now.equals(Optional.of(build))));
    }
}
