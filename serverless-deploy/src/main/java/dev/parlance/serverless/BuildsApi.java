package dev.parlance.serverless;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.twilio.rest.serverless.v1.service.BuildCreator;
import com.twilio.rest.serverless.v1.service.build.BuildStatus;
import dev.parlance.serverless.project.FileKind;
import dev.parlance.serverless.project.Visibility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Twilio's API for builds. */
record BuildsApi(Requests requests) {
    private static final ObjectMapper JSON = new ObjectMapper();

    List<Build> all(Service service) {
        var reader = com.twilio.rest.serverless.v1.service.Build.reader(service.sid());
        return requests.list("the builds", reader).stream()
                .map(BuildsApi::build)
                .toList();
    }

    /** The running build, if any. */
    Optional<Build> running(Environment environment) {
        return environment.build().flatMap(sid -> find(environment.service(), sid));
    }

    Optional<Build> find(String service, String sid) {
        return requests.find(() -> requests.read(
                "a build",
                client -> build(com.twilio.rest.serverless.v1.service.Build.fetcher(service, sid)
                        .fetch(client))));
    }

    /** Starts a build. A retry recognizes it by its contents, and never takes the running build for it. */
    Build create(
            Service service,
            List<DeployedFile> files,
            Map<String, String> dependencies,
            Optional<String> runtime,
            Optional<String> running) {
        BuildCreator request = com.twilio.rest.serverless.v1.service.Build.creator(service.sid());
        versions(files, FileKind.FUNCTION).ifPresent(request::setFunctionVersions);
        versions(files, FileKind.ASSET).ifPresent(request::setAssetVersions);
        if (!dependencies.isEmpty()) {
            request.setDependencies(json(dependencies));
        }
        runtime.ifPresent(request::setRuntime);
        return requests.attempts()
                .create(
                        () -> requests.change("a new build", client -> build(request.create(client))),
                        () -> all(service).stream()
                                .filter(build -> !running.equals(Optional.of(build.sid())))
                                .filter(build -> build.status() != Build.Status.FAILED)
                                .filter(build -> Set.copyOf(build.files()).equals(Set.copyOf(files)))
                                .filter(build -> build.dependencies().equals(dependencies))
                                .filter(build ->
                                        runtime.isEmpty() || build.runtime().equals(runtime))
                                .findFirst());
    }

    private static Optional<List<String>> versions(List<DeployedFile> files, FileKind kind) {
        List<String> versions = files.stream()
                .filter(file -> file.kind() == kind)
                .map(DeployedFile::version)
                .toList();
        return Optional.of(versions).filter(some -> !some.isEmpty());
    }

    private static String json(Map<String, String> dependencies) {
        ArrayNode list = JSON.createArrayNode();
        dependencies.forEach(
                (name, version) -> list.addObject().put("name", name).put("version", version));
        return list.toString();
    }

    Build.Status status(String service, String sid) {
        return requests.read(
                "a build's status",
                client -> status(BuildStatus.fetcher(service, sid).fetch(client).getStatus()));
    }

    /**
     * Waits until a build is complete.
     *
     * @param onPoll called before each status request
     * @param hints what to check if the build fails, appended to the exception's message
     */
    void await(String service, String sid, Polling polling, Runnable onPoll, String hints) {
        Build.Status status = polling.until(
                () -> {
                    onPoll.run();
                    return status(service, sid);
                },
                now -> now != Build.Status.BUILDING);
        switch (status) {
            case COMPLETED -> {}
            case FAILED ->
                throw new DeployException("The build " + sid + " failed. The previous build is still running."
                        + " Twilio's API does not report the reason. A build fails when it cannot install the"
                        + " dependencies or load a function." + hints);
            case BUILDING ->
                throw new DeployException("The build " + sid + " is not complete after "
                        + polling.limit().toMinutes()
                        + " minutes. The previous build is still running. Check the build in the Twilio console, or"
                        + " try again with a longer limit");
        }
    }

    private static Build.Status status(Object status) {
        return Build.Status.valueOf(String.valueOf(status).toUpperCase(Locale.ROOT));
    }

    private static Build build(com.twilio.rest.serverless.v1.service.Build build) {
        List<DeployedFile> files = new ArrayList<>();
        JSON.<JsonNode>valueToTree(build.getFunctionVersions())
                .forEach(version -> files.add(file(FileKind.FUNCTION, version, "function_sid")));
        JSON.<JsonNode>valueToTree(build.getAssetVersions())
                .forEach(version -> files.add(file(FileKind.ASSET, version, "asset_sid")));
        Map<String, String> dependencies = new LinkedHashMap<>();
        JSON.<JsonNode>valueToTree(build.getDependencies())
                .forEach(dependency -> dependencies.put(
                        dependency.path("name").asText(),
                        dependency.path("version").asText()));
        return new Build(
                requireNonNull(build.getSid()),
                status(build.getStatus()),
                requireNonNull(build.getDateCreated()).toInstant(),
                List.copyOf(files),
                dependencies,
                Optional.ofNullable(build.getRuntime()).map(Object::toString));
    }

    private static DeployedFile file(FileKind kind, JsonNode version, String owner) {
        return new DeployedFile(
                kind,
                version.path("path").asText(),
                Visibility.of(version.path("visibility").asText()),
                version.path(owner).asText(),
                version.path("sid").asText());
    }
}
