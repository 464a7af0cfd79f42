package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Recent;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The limits that an application sets by its own keys, such as the address of the person's browser. */
final class VerifyRateLimits {
    private final World world;
    private final Recent<List<Instant>> uses;

    VerifyRateLimits(World world) {
        this.world = world;
        this.uses = new Recent<>(world.retention());
    }

    /**
     * Counts a request by its keys.
     *
     * @param keys a JSON object with the unique names of limits, or an empty text
     * @throws ApiError 60207 if a bucket is full
     */
    synchronized void count(GenericRequest it, Resource service, String keys) {
        if (keys.isEmpty()) {
            return;
        }
        String shelf = it.shelf("/v2/Services/" + service.sid() + "/RateLimits");
        for (Map.Entry<String, JsonNode> key : read(keys).properties()) {
            Resource limit = world.resources()
                    .first(shelf, known -> known.is("unique_name", key.getKey()))
                    .orElseThrow(() -> VerifyApi.invalid("RateLimits"));
            List<Instant> before = uses.getOr(limit.sid() + " " + key.getValue().asText(), ArrayList::new);
            for (Resource bucket : world.resources().oldestFirst(shelf + "/" + limit.sid() + "/Buckets")) {
                check(bucket, before);
            }
            before.add(world.clock().instant());
            if (before.size() > world.retention().limit()) {
                before.remove(0);
            }
        }
    }

    private static JsonNode read(String keys) {
        try {
            return Json.read(keys);
        } catch (JsonProcessingException e) {
            throw VerifyApi.invalid("RateLimits");
        }
    }

    private void check(Resource bucket, List<Instant> before) {
        Instant start = world.clock()
                .instant()
                .minus(Duration.ofSeconds(bucket.get("interval").asLong()));
        long used = before.stream().filter(use -> use.isAfter(start)).count();
        if (used >= bucket.get("max").asLong()) {
            throw new ApiError(429, 60207, "Max rate limit reached");
        }
    }
}
