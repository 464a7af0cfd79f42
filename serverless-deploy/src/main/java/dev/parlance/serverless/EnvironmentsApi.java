package dev.parlance.serverless;

import static java.util.Objects.requireNonNull;

import com.twilio.rest.serverless.v1.service.environment.Deployment;
import java.util.List;
import java.util.Optional;

/** Environments at Twilio, and what is deployed to them. */
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

    /** As it is now. */
    Environment now(Environment before) {
        return requests.read(
                "an environment",
                client -> environment(
                        com.twilio.rest.serverless.v1.service.Environment.fetcher(before.service(), before.sid())
                                .fetch(client)));
    }

    /**
     * Two pipelines must not mix: whoever was overtaken stops here.
     *
     * @param before the build that ran when it was decided what to do
     * @param done what was done already, as the end of a sentence
     */
    void expect(Environment environment, Optional<String> before, String done) {
        Optional<String> now = now(environment).build();
        if (!now.equals(before)) {
            throw new DeployException(
                    "Somebody else deployed to %s in the meantime: %s ran when this began, %s runs now. It was left alone%s. Begin again"
                            .formatted(environment.called(), before.orElse("nothing"), now.orElse("nothing"), done));
        }
    }

    /** Names it as Twilio's own toolkit does, so that each of the two finds what the other made. */
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
                Requests.filled(environment.getDomainSuffix()),
                requireNonNull(environment.getDomainName()),
                Requests.filled(environment.getBuildSid()));
    }

    /** The builds that were deployed, the newest first; empty where an environment was emptied. */
    List<Optional<String>> history(Environment environment) {
        return requests.list("the deployments", Deployment.reader(environment.service(), environment.sid())).stream()
                .sorted((one, other) -> other.getDateCreated().compareTo(one.getDateCreated()))
                .map(deployment -> Requests.filled(deployment.getBuildSid()))
                .toList();
    }

    /** Lets a build run. If it runs there already, all is well. */
    void deploy(Environment environment, String build) {
        var request =
                Deployment.creator(environment.service(), environment.sid()).setBuildSid(build);
        requests.attempts()
                .create(
                        () -> requests.change(
                                "a deployment",
                                client -> Requests.filled(request.create(client).getBuildSid())),
                        () -> Optional.of(now(environment).build()).filter(now -> now.equals(Optional.of(build))));
    }
}
