package dev.parlance.survey.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.survey.question.RequestOutcome;
import java.util.Map;

/**
 * What came of a request.
 *
 * @param outcome the outcome
 * @param status the status of the reply; 0 without a reply
 * @param json the reply
 */
public record RequestResult(RequestOutcome outcome, int status, JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** It was done. The values, such as {@code Map.of("left", 3)}, are taken as from JSON. */
    public static RequestResult ok(Map<String, ?> values) {
        return of(RequestOutcome.OK, values);
    }

    /** It can't be done, for example because there is no such member. */
    public static RequestResult refused(Map<String, ?> values) {
        return of(RequestOutcome.REFUSED, values);
    }

    /** There is no reply. */
    public static RequestResult without(RequestOutcome outcome) {
        return of(outcome, Map.of());
    }

    private static RequestResult of(RequestOutcome outcome, Map<String, ?> values) {
        return new RequestResult(outcome, 0, JSON.valueToTree(values));
    }

    /** The outcome and the status, but not the reply. */
    @Override
    public String toString() {
        return "RequestResult[" + outcome + ", " + status + "]";
    }
}
