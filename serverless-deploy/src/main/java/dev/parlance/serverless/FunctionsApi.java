package dev.parlance.serverless;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.twilio.base.Reader;
import com.twilio.base.Resource;
import com.twilio.rest.serverless.v1.service.Asset;
import com.twilio.rest.serverless.v1.service.BuildCreator;
import com.twilio.rest.serverless.v1.service.Function;
import com.twilio.rest.serverless.v1.service.build.BuildStatus;
import com.twilio.rest.serverless.v1.service.environment.Deployment;
import com.twilio.rest.serverless.v1.service.environment.Log;
import com.twilio.rest.serverless.v1.service.environment.LogReader;
import com.twilio.rest.serverless.v1.service.environment.Variable;
import com.twilio.rest.serverless.v1.service.function.functionversion.FunctionVersionContent;
import dev.parlance.account.AccountException;
import dev.parlance.account.FileUpload;
import dev.parlance.account.TwilioAccount;
import dev.parlance.serverless.project.FileKind;
import dev.parlance.serverless.project.ProjectFile;
import dev.parlance.serverless.project.Visibility;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's API for Functions and Assets, in this package's own terms. The only class that knows the SDK. Whatever it
 * makes, it makes once, however often a request fails.
 */
final class FunctionsApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 1_000;
    private static final int NOT_FOUND = 404;

    private final TwilioAccount account;
    private final Attempts attempts;

    FunctionsApi(TwilioAccount account, Attempts attempts) {
        this.account = account;
        this.attempts = attempts;
    }

    List<Service> services() {
        return list("the services", com.twilio.rest.serverless.v1.Service.reader()).stream()
                .map(FunctionsApi::service)
                .toList();
    }

    Optional<Service> service(String name) {
        return unlessMissing(() -> account.read(
                "a service",
                client -> service(
                        com.twilio.rest.serverless.v1.Service.fetcher(name).fetch(client))));
    }

    Service createService(String name) {
        var request = com.twilio.rest.serverless.v1.Service.creator(name, name)
                .setIncludeCredentials(true)
                .setUiEditable(false);
        return attempts.create(
                () -> account.change("a new service", client -> service(request.create(client))), () -> service(name));
    }

    void removeService(Service service) {
        removed(() -> account.change(
                "the removal of a service",
                client -> com.twilio.rest.serverless.v1.Service.deleter(service.sid())
                        .delete(client)));
    }

    private static Service service(com.twilio.rest.serverless.v1.Service service) {
        return new Service(
                requireNonNull(service.getSid()),
                requireNonNull(service.getUniqueName()),
                String.valueOf(service.getDomainBase()));
    }

    List<Environment> environments(Service service) {
        var reader = com.twilio.rest.serverless.v1.service.Environment.reader(service.sid());
        return list("the environments", reader).stream()
                .map(FunctionsApi::environment)
                .toList();
    }

    Optional<Environment> environment(Service service, String called) {
        return environments(service).stream()
                .filter(environment -> environment.isCalled(called))
                .findFirst();
    }

    /** As it is now. */
    Environment now(Environment before) {
        return account.read(
                "an environment",
                client -> environment(
                        com.twilio.rest.serverless.v1.service.Environment.fetcher(before.service(), before.sid())
                                .fetch(client)));
    }

    /** Names it as Twilio's own toolkit does, so that each of the two finds what the other made. */
    Environment createEnvironment(Service service, String called) {
        boolean isProduction = called.equals(Environment.PRODUCTION);
        var request = com.twilio.rest.serverless.v1.service.Environment.creator(
                service.sid(), isProduction ? called : called + "-environment");
        if (!isProduction) {
            request.setDomainSuffix(called);
        }
        return attempts.create(
                () -> account.change("a new environment", client -> environment(request.create(client))),
                () -> environment(service, called));
    }

    void removeEnvironment(Environment environment) {
        removed(() -> account.change(
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
                filled(environment.getDomainSuffix()),
                requireNonNull(environment.getDomainName()),
                filled(environment.getBuildSid()));
    }

    /** The SIDs of the functions and assets of a service by their paths, which are their names. */
    Map<String, String> owners(Service service, FileKind kind) {
        Map<String, String> owners = new LinkedHashMap<>();
        if (kind == FileKind.FUNCTION) {
            list("the functions", Function.reader(service.sid()))
                    .forEach(function -> owners.putIfAbsent(function.getFriendlyName(), function.getSid()));
        } else {
            list("the assets", Asset.reader(service.sid()))
                    .forEach(asset -> owners.putIfAbsent(asset.getFriendlyName(), asset.getSid()));
        }
        return owners;
    }

    String createOwner(Service service, FileKind kind, String path) {
        Supplier<String> request = kind == FileKind.FUNCTION
                ? () -> account.change(
                        "a new function",
                        client -> Function.creator(service.sid(), path)
                                .create(client)
                                .getSid())
                : () -> account.change(
                        "a new asset",
                        client -> Asset.creator(service.sid(), path)
                                .create(client)
                                .getSid());
        return attempts.create(
                request, () -> Optional.ofNullable(owners(service, kind).get(path)));
    }

    /** Uploads a version; two of the same bytes do no harm, since a build names the one that it has. */
    DeployedFile upload(Service service, String owner, ProjectFile file) {
        String kind = file.kind() == FileKind.FUNCTION ? "Functions" : "Assets";
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Path", file.path());
        fields.put("Visibility", file.visibility().toString());
        var content = new FileUpload.Content(file.name(), file.mediaType(), file.size(), file.content()::open);
        var upload = new FileUpload(
                "serverless-upload",
                "/v1/Services/" + service.sid() + "/" + kind + "/" + owner + "/Versions",
                fields,
                content);
        String version = attempts.repeat(() -> account.upload(upload, FunctionsApi::sid));
        return new DeployedFile(file.kind(), file.path(), file.visibility(), owner, version);
    }

    private static String sid(String json) {
        try {
            String sid = JSON.readTree(json).path("sid").asText();
            if (!sid.isEmpty()) {
                return sid;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The answer to an upload is no JSON", e);
        }
        throw new IllegalArgumentException("The answer to an upload has no sid");
    }

    /** The text of a function's version. */
    String content(Environment environment, DeployedFile function) {
        return account.read(
                "a function's text",
                client -> String.valueOf(
                        FunctionVersionContent.fetcher(environment.service(), function.sid(), function.version())
                                .fetch(client)
                                .getContent()));
    }

    List<Build> builds(Service service) {
        var reader = com.twilio.rest.serverless.v1.service.Build.reader(service.sid());
        return list("the builds", reader).stream().map(FunctionsApi::build).toList();
    }

    /** The build that runs, if one does. */
    Optional<Build> running(Environment environment) {
        return environment.build().flatMap(sid -> build(environment.service(), sid));
    }

    Optional<Build> build(String service, String sid) {
        return unlessMissing(() -> account.read(
                "a build",
                client -> build(com.twilio.rest.serverless.v1.service.Build.fetcher(service, sid)
                        .fetch(client))));
    }

    /** Begins a build, which is another than the one that runs. */
    Build createBuild(
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
        return attempts.create(
                () -> account.change("a new build", client -> build(request.create(client))),
                () -> builds(service).stream()
                        .filter(build -> !running.equals(Optional.of(build.sid())))
                        .filter(build -> build.status() != Build.Status.FAILED)
                        .filter(build -> Set.copyOf(build.files()).equals(Set.copyOf(files)))
                        .filter(build -> build.dependencies().equals(dependencies))
                        .filter(build -> runtime.isEmpty() || build.runtime().equals(runtime))
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

    Build.Status status(Service service, Build build) {
        return account.read(
                "a build's status",
                client -> status(BuildStatus.fetcher(service.sid(), build.sid())
                        .fetch(client)
                        .getStatus()));
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
                .forEach(one -> dependencies.put(
                        one.path("name").asText(), one.path("version").asText()));
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

    /** The builds that were deployed, the newest first; empty where an environment was emptied. */
    List<Optional<String>> history(Environment environment) {
        return list("the deployments", Deployment.reader(environment.service(), environment.sid())).stream()
                .sorted((one, other) -> other.getDateCreated().compareTo(one.getDateCreated()))
                .map(deployment -> filled(deployment.getBuildSid()))
                .toList();
    }

    /** Lets a build run. If it runs there already, all is well. */
    void deploy(Environment environment, String build) {
        var request =
                Deployment.creator(environment.service(), environment.sid()).setBuildSid(build);
        attempts.create(
                () -> account.change(
                        "a deployment", client -> filled(request.create(client).getBuildSid())),
                () -> Optional.of(now(environment).build()).filter(now -> now.equals(Optional.of(build))));
    }

    /** A variable of an environment. */
    record Setting(String sid, String key, String value) {}

    List<Setting> variables(Environment environment) {
        return list("the variables", Variable.reader(environment.service(), environment.sid())).stream()
                .map(FunctionsApi::setting)
                .toList();
    }

    private static Setting setting(Variable variable) {
        return new Setting(
                requireNonNull(variable.getSid()),
                requireNonNull(variable.getKey()),
                String.valueOf(variable.getValue()));
    }

    void createVariable(Environment environment, String key, String value) {
        Setting made = attempts.create(
                () -> account.change(
                        "a new variable",
                        client -> setting(Variable.creator(environment.service(), environment.sid(), key, value)
                                .create(client))),
                () -> variables(environment).stream()
                        .filter(setting -> setting.key().equals(key))
                        .findFirst());
        if (!made.value().equals(value)) {
            changeVariable(environment, made, value);
        }
    }

    void changeVariable(Environment environment, Setting setting, String value) {
        attempts.repeat(() -> account.change(
                "a variable",
                client -> setting(Variable.updater(environment.service(), environment.sid(), setting.sid())
                        .setValue(value)
                        .update(client))));
    }

    void removeVariable(Environment environment, Setting setting) {
        removed(() -> account.change(
                "the removal of a variable",
                client -> Variable.deleter(environment.service(), environment.sid(), setting.sid())
                        .delete(client)));
    }

    /** The last lines, the newest first; those of one function if it is said which. */
    List<LogLine> logs(
            Environment environment,
            Optional<String> functionSid,
            Optional<Instant> since,
            int most,
            Map<String, String> paths) {
        LogReader reader = Log.reader(environment.service(), environment.sid());
        functionSid.ifPresent(reader::setFunctionSid);
        since.ifPresent(time -> reader.setStartDate(time.atZone(ZoneOffset.UTC)));
        reader.pageSize(Math.min(most, PAGE)).limit(most);
        return account.read(
                "the logs",
                client -> StreamSupport.stream(reader.read(client).spliterator(), false)
                        .map(line -> new LogLine(
                                requireNonNull(line.getSid()),
                                requireNonNull(line.getDateCreated()).toInstant(),
                                String.valueOf(line.getLevel()),
                                paths.getOrDefault(line.getFunctionSid(), String.valueOf(line.getFunctionSid())),
                                String.valueOf(line.getMessage())))
                        .toList());
    }

    /** All of a list; a page that cannot be had fails the whole, or what is on it would be taken for missing. */
    private <R extends Resource> List<R> list(String what, Reader<R> reader) {
        reader.pageSize(PAGE);
        return account.read(
                what,
                client -> StreamSupport.stream(reader.read(client).spliterator(), false)
                        .toList());
    }

    private void removed(Supplier<Boolean> request) {
        unlessMissing(() -> attempts.repeat(request));
    }

    private static <T> Optional<T> unlessMissing(Supplier<T> request) {
        try {
            return Optional.of(request.get());
        } catch (AccountException e) {
            if (e.httpStatus().orElse(0) == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Optional<String> filled(@Nullable String text) {
        return Optional.ofNullable(text).filter(some -> !some.isBlank());
    }
}
