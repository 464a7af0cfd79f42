package dev.parlance.examples.smslab;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.base.Reader;
import com.twilio.base.Resource;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.serverless.v1.Service;
import com.twilio.rest.serverless.v1.service.Build;
import com.twilio.rest.serverless.v1.service.Environment;
import com.twilio.rest.serverless.v1.service.Function;
import com.twilio.rest.serverless.v1.service.environment.Deployment;
import com.twilio.rest.serverless.v1.service.function.FunctionVersion;
import dev.parlance.account.FileUpload;
import dev.parlance.account.TwilioAccount;
import dev.parlance.serverless.Serverless;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookException;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Offers each step of a deployment as a route. Each route makes one request with Twilio's own SDK over the account's
 * connection. To deploy a whole project, use {@code ServerlessDeployer}.
 */
final class FunctionRoutes {
    private static final Duration BUILD_LIMIT = Duration.ofMinutes(2);

    private final TwilioAccount account;
    private final Path functions;

    FunctionRoutes(TwilioAccount account, Path functions) {
        this.account = account;
        this.functions = functions;
    }

    void on(Router router) {
        router.post("/service", this::createService);
        router.get("/service", request -> list("the services", Service.reader()));
        router.delete("/service", this::removeService);
        router.post("/environment", this::createEnvironment);
        router.get(
                "/environments/{sid}",
                request -> list("the environments", Environment.reader(sid(request, "sid", "ZS"))));
        router.post("/function", this::createFunction);
        router.get("/functions/{sid}", request -> list("the functions", Function.reader(sid(request, "sid", "ZS"))));
        router.get(
                "/functions-versions/{sid}/{fid}",
                request -> list(
                        "the versions", FunctionVersion.reader(sid(request, "sid", "ZS"), sid(request, "fid", "ZH"))));
        router.post("/upload", this::upload);
        router.post("/builds", this::build);
        router.get("/builds/{sid}", request -> list("the builds", Build.reader(sid(request, "sid", "ZS"))));
        router.post("/deploy", this::deploy);
        router.get(
                "/deploy/{sid}/{eid}",
                request -> list(
                        "the deployments", Deployment.reader(sid(request, "sid", "ZS"), sid(request, "eid", "ZE"))));
    }

    private static String sid(WebhookRequest request, String variable, String kind) {
        return Json.checkedSid(request.pathVariable(variable), variable, kind);
    }

    private WebhookResponse createService(WebhookRequest request) {
        String name = Json.require(Json.read(request), "name");
        String unique = UUID.randomUUID().toString();
        return change(
                "a service",
                client -> Service.creator(unique, name)
                        .setIncludeCredentials(true)
                        .create(client));
    }

    private WebhookResponse removeService(WebhookRequest request) {
        String sid = Json.sid(Json.read(request), "sid", "ZS");
        return change(
                "the removal of a service",
                client -> Map.of("removed", Service.deleter(sid).delete(client)));
    }

    private WebhookResponse createEnvironment(WebhookRequest request) {
        JsonNode json = Json.read(request);
        String name = Json.require(json, "name");
        return change(
                "an environment",
                client -> Environment.creator(Json.sid(json, "sid", "ZS"), name)
                        .setDomainSuffix(name)
                        .create(client));
    }

    private WebhookResponse createFunction(WebhookRequest request) {
        JsonNode json = Json.read(request);
        return change(
                "a function",
                client -> Function.creator(Json.sid(json, "sid", "ZS"), Json.require(json, "name"))
                        .create(client));
    }

    private WebhookResponse upload(WebhookRequest request) {
        JsonNode json = Json.read(request);
        String name = Json.require(json, "filename");
        Path file = file(name);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Path", "/" + name);
        fields.put("Visibility", "public");
        String path = "/v1/Services/" + Json.sid(json, "sid", "ZS") + "/Functions/" + Json.sid(json, "fid", "ZH")
                + "/Versions";
        return WebhookResponse.json(account.upload(
                new FileUpload("serverless-upload", path, fields, content(name, file)), answer -> answer));
    }

    /** Accepts a name only, and no links, so that a request cannot read files outside the folder. */
    private Path file(String name) {
        Path file = functions.resolve(name + ".js");
        if (!name.matches("[A-Za-z0-9_-]{1,64}") || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new WebhookException(400, "\"filename\" must be the name of a function of this project, without .js");
        }
        return file;
    }

    private static FileUpload.Content content(String name, Path file) {
        try {
            return new FileUpload.Content(
                    name + ".js",
                    "application/javascript",
                    Files.size(file),
                    () -> Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the build is complete, so that the client can deploy it at once. */
    private WebhookResponse build(WebhookRequest request) {
        JsonNode json = Json.read(request);
        String service = Json.sid(json, "sid", "ZS");
        List<String> versions = List.of(Json.sid(json, "fvid", "ZN"));
        Build started = account.change(
                "a build",
                client -> Build.creator(service).setFunctionVersions(versions).create(client));
        Serverless.on(account).service(service).awaitBuild(started.getSid(), BUILD_LIMIT);
        return Json.of(account.read(
                "a build", client -> Build.fetcher(service, started.getSid()).fetch(client)));
    }

    private WebhookResponse deploy(WebhookRequest request) {
        JsonNode json = Json.read(request);
        return change(
                "a deployment",
                client -> Deployment.creator(Json.sid(json, "sid", "ZS"), Json.sid(json, "eid", "ZE"))
                        .setBuildSid(Json.sid(json, "bid", "ZB"))
                        .create(client));
    }

    private WebhookResponse change(String what, java.util.function.Function<TwilioRestClient, Object> request) {
        return Json.of(account.change(what, request));
    }

    /** Lists all items, page by page. */
    private <R extends Resource> WebhookResponse list(String what, Reader<R> reader) {
        List<R> all = account.read(
                what,
                client -> StreamSupport.stream(reader.read(client).spliterator(), false)
                        .toList());
        return Json.of(all);
    }
}
