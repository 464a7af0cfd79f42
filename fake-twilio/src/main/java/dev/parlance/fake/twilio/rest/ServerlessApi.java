package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Dates;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Shelf;
import dev.parlance.fake.twilio.world.Template;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Functions and Assets: services, uploads, builds and deployments. */
public final class ServerlessApi {
    private static final String SERVICES = "/v1/Services";
    private static final String SERVICE = SERVICES + "/{service_sid}";
    private static final String ENVIRONMENT = SERVICE + "/Environments/{environment_sid}";
    private static final int MAX_SERVICES = 50;
    private static final int MAX_KEY_LENGTH = 128;
    private static final int MAX_VALUE_BYTES = 450;
    private static final int FIRST_DOMAIN = 1000;

    private final World world;
    private final Shelf services;
    private final Shelf environments;
    private final Shelf variables;
    private final Shelf deployments;
    private final Shelf logs;
    private final Shelf functions;
    private final Shelf assets;
    private final Shelf functionVersions;
    private final Shelf assetVersions;
    private final Builds builds;

    ServerlessApi(World world) {
        this.world = world;
        services = shelf("services", "service", "ZS");
        environments = shelf("environments", "environment", "ZE");
        variables = shelf("variables", "variable", "ZV");
        deployments = shelf("deployments", "deployment", "ZD");
        logs = shelf("logs", "log", "NO");
        functions = shelf("functions", "function", "ZH");
        assets = shelf("assets", "asset", "ZH");
        functionVersions = shelf("function_versions", "function-version", "ZN");
        assetVersions = shelf("asset_versions", "asset-version", "ZN");
        builds = new Builds(shelf("builds", "build", "ZB"), functionVersions, assetVersions);
    }

    private Shelf shelf(String key, String template, String prefix) {
        return world.owned().shelf(key, Template.of(template, prefix, Dates.ISO_8601));
    }

    void routes(Routes routes, Routes uploads) {
        Map<String, Shelf> parents = Map.of("service_sid", services);
        Map<String, Shelf> environmentParents = Map.of("service_sid", services, "environment_sid", environments);
        new Collection(world, routes, services, SERVICES, Map.of())
                .lists()
                .fetches()
                .creates(this::createService)
                .updates((service, exchange) -> {
                    String unique = service.text("unique_name");
                    Fields.set(service, exchange);
                    service.set("unique_name", unique);
                })
                .deletes(this::emptyService);
        new Collection(world, routes, environments, SERVICE + "/Environments", parents)
                .lists()
                .fetches()
                .creates(this::createEnvironment)
                .deletes(this::emptyEnvironment);
        new Collection(world, routes, variables, ENVIRONMENT + "/Variables", environmentParents)
                .lists()
                .fetches()
                .creates(this::createVariable)
                .updates((variable, exchange) -> {
                    checkVariable(exchange.form("Key"), exchange.form("Value"));
                    Fields.set(variable, exchange);
                })
                .deletes();
        new Collection(world, routes, deployments, ENVIRONMENT + "/Deployments", environmentParents)
                .lists()
                .fetches()
                .creates(this::deploy);
        new Collection(world, routes, logs, ENVIRONMENT + "/Logs", environmentParents)
                .filteredBy("FunctionSid")
                .filteredBy(
                        (line, exchange) -> DateFilter.matches(line, "date_created", exchange, "StartDate", "EndDate"))
                .lists()
                .fetches();
        files(routes, uploads, functions, functionVersions, "Functions", "function_sid")
                .fetchesPart("/Content", this::content);
        files(routes, uploads, assets, assetVersions, "Assets", "asset_sid");
        new Collection(world, routes, builds.shelf(), SERVICE + "/Builds", parents)
                .lists()
                .fetches((build, exchange) -> builds.recordPoll(build))
                .creates(builds::create)
                .fetchesPart("/Status", builds::status)
                .deletes();
    }

    private Collection files(Routes routes, Routes uploads, Shelf files, Shelf versions, String kind, String name) {
        new Collection(world, routes, files, SERVICE + "/" + kind, Map.of("service_sid", services))
                .lists()
                .fetches()
                .creates(exchange -> files.add(exchange.with("friendly_name", exchange.required("FriendlyName"))))
                .updates()
                .deletes(deleted -> versions.removeWith(name, deleted.sid()));
        String path = SERVICE + "/" + kind + "/{" + name + "}/Versions";
        Map<String, Shelf> parents = Map.of("service_sid", services, name, files);
        new Collection(world, uploads, versions, path, parents).creates(exchange -> upload(exchange, versions));
        return new Collection(world, routes, versions, path, parents).lists().fetches();
    }

    private Resource createService(Exchange exchange) {
        String unique = exchange.required("UniqueName");
        String friendly = exchange.required("FriendlyName");
        if (!unique.matches("[A-Za-z0-9-]{1,50}")) {
            throw ApiError.badRequest(20001, "UniqueName must have at most 50 letters, digits and dashes: " + unique);
        }
        if (services.first(service -> service.is("unique_name", unique)).isPresent()) {
            throw new ApiError(409, 20409, "Service with this UniqueName already exists.");
        }
        int count = services.oldestFirst().size();
        if (count >= MAX_SERVICES) {
            throw ApiError.badRequest(20001, "Services are limited to less than or equal to " + MAX_SERVICES);
        }
        String base = unique + "-" + (FIRST_DOMAIN + count);
        Resource service =
                services.blank(exchange.with("unique_name", unique, "friendly_name", friendly, "domain_base", base));
        Fields.set(service, exchange);
        return services.add(service);
    }

    private void emptyService(Resource service) {
        for (Shelf shelf : List.of(
                environments,
                variables,
                deployments,
                logs,
                functions,
                assets,
                functionVersions,
                assetVersions,
                builds.shelf())) {
            shelf.removeWith("service_sid", service.sid());
        }
    }

    private Resource createEnvironment(Exchange exchange) {
        String unique = exchange.required("UniqueName");
        String suffix = exchange.form("DomainSuffix");
        Resource service = services.find(exchange.name("service_sid")).orElseThrow();
        boolean taken = environments
                .first(other -> other.is("service_sid", service.sid())
                        && (other.is("unique_name", unique) || other.is("domain_suffix", suffix)))
                .isPresent();
        if (taken) {
            throw new ApiError(409, 20409, "Environment with this UniqueName or DomainSuffix already exists.");
        }
        String domain = service.text("domain_base") + (suffix.isEmpty() ? "" : "-" + suffix) + ".twil.io";
        Resource environment = environments.blank(exchange.with("unique_name", unique, "domain_name", domain));
        return environments.add(environment.set("domain_suffix", suffix.isEmpty() ? null : suffix));
    }

    private void emptyEnvironment(Resource environment) {
        for (Shelf shelf : List.of(variables, deployments, logs)) {
            shelf.removeWith("environment_sid", environment.sid());
        }
    }

    private Resource createVariable(Exchange exchange) {
        String key = exchange.required("Key");
        String value = exchange.form("Value");
        checkVariable(key, value);
        boolean taken = variables
                .first(other -> other.is("environment_sid", exchange.name("environment_sid")) && other.is("key", key))
                .isPresent();
        if (taken) {
            throw new ApiError(409, 20409, "Variable with this Key already exists.");
        }
        return variables.add(exchange.with("key", key, "value", value));
    }

    private static void checkVariable(String key, String value) {
        if (key.length() > MAX_KEY_LENGTH) {
            throw ApiError.badRequest(20001, "Key must have at most " + MAX_KEY_LENGTH + " characters");
        }
        if (value.getBytes(StandardCharsets.UTF_8).length > MAX_VALUE_BYTES) {
            throw ApiError.badRequest(20001, "Value must have at most " + MAX_VALUE_BYTES + " bytes");
        }
    }

    private Resource deploy(Exchange exchange) {
        Resource environment =
                environments.find(exchange.name("environment_sid")).orElseThrow();
        String build = exchange.form("BuildSid");
        if (environment.is("build_sid", build)) {
            throw new ApiError(409, 20409, "Environment already has requested deployment.");
        }
        if (!build.isEmpty()) {
            builds.checkComplete(build);
        }
        String deployed = build.isEmpty() ? null : build;
        environment.set("build_sid", deployed);
        environments.touch(environment);
        Resource deployment = deployments.blank(exchange.with());
        return deployments.add(deployment.set("build_sid", deployed));
    }

    private Resource upload(Exchange exchange, Shelf versions) {
        Upload upload = Upload.of(exchange.request());
        Resource version = versions.blank(exchange.with("path", upload.path(), "visibility", upload.visibility()));
        version.set("_content_type", upload.contentType());
        world.keep(version.sid(), upload.content());
        return versions.add(version);
    }

    private WebhookResponse content(Resource version) {
        ObjectNode content = Json.object();
        for (String field : List.of("sid", "account_sid", "service_sid", "function_sid")) {
            content.put(field, version.text(field));
        }
        content.put("content", new String(bytes(version), StandardCharsets.UTF_8));
        content.put("url", version.text("url") + "/Content");
        return Json.answer(200, content);
    }

    private byte[] bytes(Resource version) {
        return world.content(version.sid()).orElseGet(() -> new byte[0]);
    }

    /** Sets how many polls a build takes to complete. */
    public void buildsTake(int polls) {
        builds.setPolls(polls);
    }

    /** Makes the next build fail. */
    public void nextBuildFails() {
        builds.failNext();
    }

    /** Adds a line to an environment's log. */
    public void log(String environmentSid, String functionSid, String level, String message) {
        Resource environment = environments
                .find(environmentSid)
                .orElseThrow(() -> new IllegalArgumentException("There is no environment " + environmentSid));
        Resource line = logs.blank(Map.of(
                "account_sid",
                environment.text("account_sid"),
                "service_sid",
                environment.text("service_sid"),
                "environment_sid",
                environmentSid,
                "request_sid",
                world.sids().next("RQ"),
                "level",
                level,
                "message",
                message));
        String build = environment.filled("build_sid").orElse(null);
        logs.add(line.set("function_sid", functionSid).set("build_sid", build));
    }

    /** The files deployed at a domain, by path. */
    public Map<String, byte[]> live(String domain) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        deployed(domain).forEach(version -> files.put(version.text("path"), bytes(version)));
        return files;
    }

    private List<Resource> deployed(String domain) {
        return environments
                .first(environment -> environment.is("domain_name", domain))
                .flatMap(environment -> environment.filled("build_sid"))
                .map(builds::versions)
                .orElse(List.of());
    }

    /** Whether a Function is deployed at this path. The fake does not run Functions. */
    boolean hasFunction(String domain, String path) {
        return deployed(domain).stream()
                .anyMatch(version -> version.has("function_sid")
                        && !version.is("visibility", "private")
                        && version.is("path", path));
    }

    /** The response to a browser's request: public assets only. */
    WebhookResponse serve(String domain, String path) {
        return deployed(domain).stream()
                .filter(version -> version.has("asset_sid") && version.is("path", path))
                .findFirst()
                .map(asset -> switch (asset.text("visibility")) {
                    case "public" -> WebhookResponse.bytes(asset.text("_content_type"), bytes(asset));
                    case "protected" ->
                        WebhookResponse.text("No valid signature").withStatus(403);
                    default -> notServed();
                })
                .orElseGet(ServerlessApi::notServed);
    }

    private static WebhookResponse notServed() {
        return WebhookResponse.text("Not found").withStatus(404);
    }
}
