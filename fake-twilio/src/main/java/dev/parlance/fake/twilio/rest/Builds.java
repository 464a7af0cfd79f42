package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Shelf;
import dev.parlance.webhook.WebhookResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Builds of uploaded files. Each completes or fails after a number of polls. */
final class Builds {
    private static final Set<String> RUNTIMES = Set.of("node18", "node20", "node22", "node24");

    private final Shelf shelf;
    private final Shelf functionVersions;
    private final Shelf assetVersions;
    private int polls = 1;
    private boolean nextFails;

    Builds(Shelf shelf, Shelf functionVersions, Shelf assetVersions) {
        this.shelf = shelf;
        this.functionVersions = functionVersions;
        this.assetVersions = assetVersions;
    }

    Shelf shelf() {
        return shelf;
    }

    synchronized void setPolls(int newPolls) {
        polls = newPolls;
    }

    synchronized void failNext() {
        nextFails = true;
    }

    synchronized Resource create(Exchange exchange) {
        ArrayNode functions = versions(functionVersions, exchange, "FunctionVersions");
        ArrayNode assets = versions(assetVersions, exchange, "AssetVersions");
        if (functions.isEmpty() && assets.isEmpty()) {
            throw ApiError.badRequest(20001, "At least one Function Version or Asset Version is required for Build");
        }
        Resource build = shelf.blank(exchange.with())
                .set("function_versions", functions)
                .set("asset_versions", assets)
                .set("dependencies", dependencies(exchange.form("Dependencies")));
        if (exchange.has("Runtime")) {
            String runtime = exchange.form("Runtime");
            if (!RUNTIMES.contains(runtime)) {
                throw ApiError.badRequest(20001, "unsupported runtime: " + runtime);
            }
            build.set("runtime", runtime);
        }
        build.set("_outcome", nextFails ? "failed" : "completed").set("_polls", polls);
        nextFails = false;
        return shelf.add(build);
    }

    private static ArrayNode versions(Shelf shelf, Exchange exchange, String parameter) {
        ArrayNode versions = Json.array();
        for (String sid : exchange.all(parameter)) {
            Resource version = shelf.find(sid)
                    .filter(candidate -> candidate.is("service_sid", exchange.name("service_sid")))
                    .orElseThrow(() -> ApiError.badRequest(20001, parameter + ": version " + sid + " was not found"));
            ObjectNode nested = version.json();
            nested.remove(List.of("url", "links"));
            nested.put("visibility", version.text("visibility").toUpperCase(Locale.ROOT));
            versions.add(nested);
        }
        return versions;
    }

    /** Parses the list of dependencies. Twilio's own client sends it with extra quotes. */
    private static JsonNode dependencies(String text) {
        if (text.isEmpty()) {
            return Json.array();
        }
        boolean quoted = text.startsWith("\"[") && text.endsWith("]\"");
        try {
            JsonNode dependencies = Json.read(quoted ? text.substring(1, text.length() - 1) : text);
            if (dependencies.isArray()) {
                return dependencies;
            }
        } catch (JsonProcessingException e) {
            throw ApiError.badRequest(20001, "Dependencies is not valid JSON: " + e.getOriginalMessage());
        }
        throw ApiError.badRequest(20001, "Dependencies must be a list of objects with name and version");
    }

    WebhookResponse status(Resource build) {
        ObjectNode status = Json.object();
        for (String field : List.of("sid", "account_sid", "service_sid")) {
            status.put(field, build.text(field));
        }
        recordPoll(build);
        status.put("status", build.text("status"));
        status.put("url", build.text("url") + "/Status");
        return Json.answer(200, status);
    }

    /** Records a poll. Completes the build if no polls are left. */
    synchronized void recordPoll(Resource build) {
        int left = build.get("_polls").asInt();
        if (left > 0) {
            build.set("_polls", left - 1);
        } else if (build.is("status", "building")) {
            build.set("status", build.text("_outcome"));
            shelf.touch(build);
        }
    }

    void checkComplete(String sid) {
        Resource build =
                shelf.find(sid).orElseThrow(() -> ApiError.badRequest(20001, "Build " + sid + " was not found"));
        if (!build.is("status", "completed")) {
            throw ApiError.badRequest(20001, "Build " + sid + " is not completed: it is " + build.text("status"));
        }
    }

    /** The versions in a build. */
    List<Resource> versions(String sid) {
        List<Resource> versions = new ArrayList<>();
        shelf.find(sid).ifPresent(build -> {
            build.get("function_versions")
                    .forEach(version ->
                            functionVersions.find(version.path("sid").asText()).ifPresent(versions::add));
            build.get("asset_versions")
                    .forEach(version ->
                            assetVersions.find(version.path("sid").asText()).ifPresent(versions::add));
        });
        return versions;
    }
}
