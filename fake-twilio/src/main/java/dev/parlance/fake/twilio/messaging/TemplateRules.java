package dev.parlance.fake.twilio.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.fake.twilio.world.Resource;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What WhatsApp rejects in every template. */
final class TemplateRules {
    private static final String VARIABLE = "\\{\\{\\s*\\w+\\s*}}";
    private static final Pattern AT_START = Pattern.compile("\\s*" + VARIABLE + ".*", Pattern.DOTALL);
    private static final Pattern AT_END = Pattern.compile(".*" + VARIABLE + "\\s*", Pattern.DOTALL);
    private static final Pattern ADJACENT = Pattern.compile(VARIABLE + "\\s*" + VARIABLE);

    private TemplateRules() {}

    /** Why WhatsApp rejects a template; empty if it approves it. */
    static Optional<String> problem(Resource content) {
        JsonNode types = content.get("types");
        for (JsonNode type : types) {
            Optional<String> problem = ofBody(type.path("body").asText());
            if (problem.isPresent()) {
                return problem;
            }
        }
        return ofSamples(Placeholders.in(types), content.get("variables"));
    }

    private static Optional<String> ofBody(String body) {
        if (AT_START.matcher(body).matches() || AT_END.matcher(body).matches()) {
            return Optional.of("INVALID_FORMAT: The body can't begin or end with a variable");
        }
        return ADJACENT.matcher(body).find()
                ? Optional.of("INVALID_FORMAT: Two variables can't be next to each other")
                : Optional.empty();
    }

    private static Optional<String> ofSamples(Set<String> names, JsonNode samples) {
        return names.stream()
                .filter(name -> samples.path(name).asText().isBlank())
                .findFirst()
                .map(name -> "INVALID_FORMAT: Variable " + name + " needs a sample");
    }
}
