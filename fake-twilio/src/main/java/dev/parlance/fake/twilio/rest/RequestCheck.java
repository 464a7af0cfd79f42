package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fake.twilio.catalog.Operation;
import dev.parlance.fake.twilio.catalog.Parameter;
import dev.parlance.webhook.WebhookRequest;
import java.util.List;
import java.util.Optional;

/** Checks the parameters of a request by the catalogue, before the operation handles it. Unknown parameters are ignored. */
final class RequestCheck {
    private static final String PAGE_SIZE = "PageSize";

    private final KnownErrors errors = KnownErrors.read();

    /**
     * Checks a request.
     *
     * @throws dev.parlance.fake.twilio.world.ApiError with Twilio's own code where it is known, otherwise 20001
     */
    void check(Operation operation, WebhookRequest request) {
        for (Parameter parameter : operation.parameters()) {
            if (parameter.place().equals("json")) {
                checkJson(operation, parameter, Json.body(request).path(parameter.name()));
            } else if (parameter.isInput()) {
                checkTexts(operation, parameter, request);
            }
        }
    }

    private void checkTexts(Operation operation, Parameter parameter, WebhookRequest request) {
        List<String> values = parameter.place().equals("query")
                ? request.queryParameters().all(parameter.name())
                : request.parameters().all(parameter.name());
        boolean isMissing = values.stream().allMatch(String::isEmpty);
        if (isMissing && parameter.isRequired()) {
            throw errors.error(operation, parameter, Refusal.MISSING, "");
        }
        for (String value : values) {
            Optional<Refusal> refusal = ValueCheck.refusal(parameter, value);
            if (refusal.isPresent() && !isClamped(parameter, refusal.get(), value)) {
                throw errors.error(operation, parameter, refusal.get(), value);
            }
        }
    }

    private void checkJson(Operation operation, Parameter parameter, JsonNode value) {
        if (value.isMissingNode()) {
            if (parameter.isRequired()) {
                throw errors.error(operation, parameter, Refusal.MISSING, "");
            }
            return;
        }
        ValueCheck.refusal(parameter, value).ifPresent(refusal -> {
            throw errors.error(operation, parameter, refusal, value.asText());
        });
    }

    /** Twilio reduces a page size that is too large; its own clients ask for up to 1,000 everywhere. */
    private static boolean isClamped(Parameter parameter, Refusal refusal, String value) {
        return parameter.name().equals(PAGE_SIZE) && refusal == Refusal.RANGE && !value.matches("[+-]?0*|-.*");
    }
}
