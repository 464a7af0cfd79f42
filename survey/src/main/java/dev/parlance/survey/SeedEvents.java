package dev.parlance.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.Address;
import dev.parlance.outbound.TextMessage;
import dev.parlance.outbound.TextSender;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.SurveyEvent;
import dev.parlance.survey.results.ResultJson;
import java.util.function.Consumer;

/**
 * What the Twilio SAM template tells: the events of its bus, and at a survey's end the text with the answers.
 *
 * <pre>{@code
 * Surveys.of(survey).on(SurveyEvent.Type.COMPLETED, SeedEvents.summaryByText(survey, account));
 * }</pre>
 */
public final class SeedEvents {
    /** The source of its events. */
    public static final String SOURCE = "custom.twilioSurveyApp";
    /** The detail type of its events. */
    public static final String DETAIL_TYPE = "surveystate";

    private static final ObjectMapper JSON = new ObjectMapper();

    private SeedEvents() {}

    /**
     * The detail of an event: {@code {"currentState":…,"messageBody":…,"resultsObject":…,"postBody":…}}. The state at the end of a
     * survey is {@code post-survey-results}; before, it is that of the results.
     */
    public static String detail(Survey survey, Published told) {
        ObjectNode results = ResultJson.of(survey, told.session());
        boolean isEnd = told.event().type() == SurveyEvent.Type.COMPLETED;
        ObjectNode detail = JSON.createObjectNode()
                .put(
                        "currentState",
                        isEnd
                                ? "post-survey-results"
                                : results.path("currentState").asText());
        told.event()
                .answer()
                .ifPresent(answer -> detail.put("messageBody", answer.value().text()));
        detail.set("resultsObject", results);
        detail.putObject("postBody").put("From", told.session().respondent().value());
        return detail.toString();
    }

    /** The text with the answers. */
    public static String summary(Survey survey, Published completed) {
        return summary(ResultJson.of(survey, completed.session()));
    }

    private static String summary(JsonNode results) {
        return "******\nHere are your answers! ...\n" + results.toPrettyString() + "\n******";
    }

    /**
     * The text with the answers, to be sent by whoever hears of the end of a survey from a bus.
     *
     * @param detail the detail of that event
     * @throws IllegalArgumentException if it is none
     */
    public static TextMessage answersByText(String detail) {
        try {
            JsonNode json = JSON.readTree(detail);
            Address person = Address.of(json.at("/postBody/From").asText());
            return TextMessage.to(person, summary(json.path("resultsObject")));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The detail of an event is JSON", e);
        }
    }

    /** Texts the answers to whoever has given them. */
    public static Consumer<Published> summaryByText(Survey survey, TextSender texts) {
        return completed -> texts.send(TextMessage.to(completed.session().respondent(), summary(survey, completed)));
    }
}
