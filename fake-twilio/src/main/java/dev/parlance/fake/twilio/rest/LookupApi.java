package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.NumberDetails;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.webhook.WebhookResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Lookup, versions 2 and 1: what is known about a phone number. */
final class LookupApi {
    private static final String URL = "https://lookups.twilio.com";
    private static final String VALIDATION = "validation";

    private final World world;
    private final GenericApi generic;

    LookupApi(World world, GenericApi generic) {
        this.world = world;
        this.generic = generic;
    }

    void routes(Routes routes) {
        routes.get("/v2/PhoneNumbers/{number}", generic.handler(this::lookUp));
        routes.post("/v2/batch/query", generic.handler(this::lookUpAll));
        routes.get("/v1/PhoneNumbers/{number}", generic.handler(this::lookUpAsBefore));
    }

    private static NumberDetails number(String written, String country) {
        return NumberDetails.of(written, country.isEmpty() ? "US" : country.toUpperCase(Locale.ROOT));
    }

    private WebhookResponse lookUp(GenericRequest it) {
        NumberDetails number = number(it.place().key(), it.query("CountryCode"));
        List<String> wanted = Arrays.stream(it.query("Fields").split(",", -1))
                .map(String::strip)
                .filter(field -> !field.isEmpty())
                .toList();
        ObjectNode found = details(number);
        addPackages(found, wanted, new LookupPackages(world, number, it::query));
        return Json.answer(200, found.put("url", URL + "/v2/PhoneNumbers/" + number.number()));
    }

    private static ObjectNode details(NumberDetails number) {
        ObjectNode found = Json.object();
        boolean isValid = number.isValid();
        found.put("calling_country_code", isValid ? number.callingCode() : null);
        found.put("country_code", isValid ? number.country() : null);
        found.put("phone_number", number.number());
        found.put("national_format", number.nationalFormat());
        found.put("valid", isValid);
        ArrayNode errors = found.putArray("validation_errors");
        number.problem().ifPresent(errors::add);
        return found;
    }

    private static void addPackages(ObjectNode found, List<String> wanted, LookupPackages packages) {
        for (String field : wanted) {
            if (!LookupPackages.NAMES.contains(field) && !field.equals(VALIDATION)) {
                List<String> names = new ArrayList<>(LookupPackages.NAMES);
                names.add(VALIDATION);
                throw ApiError.badRequest(
                        20001, "Invalid Fields: " + field + ". Valid values: " + String.join(", ", names));
            }
        }
        for (String name : LookupPackages.NAMES) {
            if (wanted.contains(name)) {
                found.set(name, packages.get(name));
            } else {
                found.putNull(name);
            }
        }
    }

    private WebhookResponse lookUpAll(GenericRequest it) {
        ArrayNode all = Json.array();
        for (JsonNode query : Json.body(it.request()).path("phone_numbers")) {
            all.add(lookUp(query));
        }
        return Json.answer(200, Json.object().set("phone_numbers", all));
    }

    private ObjectNode lookUp(JsonNode query) {
        List<String> wanted = new ArrayList<>();
        query.path("fields").forEach(field -> wanted.add(field.asText()));
        NumberDetails number = number(
                query.path("phone_number").asText(), query.path("country_code").asText());
        ObjectNode found = Json.object();
        found.put("correlation_id", query.path("correlation_id").asText());
        found.putNull("twilio_error_code");
        found.setAll(details(number));
        addPackages(found, wanted, new LookupPackages(world, number, name -> inPackage(query, name)));
        return found;
    }

    /** A parameter in any of the objects with a package's name. */
    private static String inPackage(JsonNode query, String parameter) {
        for (JsonNode parameters : query) {
            String value = parameters.path(Fields.snake(parameter)).asText();
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    /** Version 1 answers an invalid number with an error. */
    private WebhookResponse lookUpAsBefore(GenericRequest it) {
        NumberDetails number = number(it.place().key(), it.query("CountryCode"));
        if (!number.isValid()) {
            throw GenericPaths.notFound(it.request());
        }
        List<String> types = it.request().queryParameters().all("Type");
        ObjectNode found = details(number).without(List.of("calling_country_code", "valid", "validation_errors"));
        found.set("carrier", types.contains("carrier") ? Lines.carrier(world, number.number()) : null);
        JsonNode name = new LookupPackages(world, number, it::query).get("caller_name");
        found.set("caller_name", types.contains("caller-name") ? name : null);
        found.putNull("add_ons");
        return Json.answer(200, found.put("url", URL + "/v1/PhoneNumbers/" + number.number()));
    }
}
