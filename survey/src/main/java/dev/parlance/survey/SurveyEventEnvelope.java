package dev.parlance.survey;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.machine.Session;
import dev.parlance.survey.machine.SurveyEvent;

/**
 * An event as delivered to listeners.
 *
 * @param event what happened
 * @param session the session at the time of delivery, which may be later than the event
 */
public record SurveyEventEnvelope(SurveyEvent event, Session session) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The event's id, the same for every delivery, so you can detect repeats. */
    public String id() {
        return Respondent.hash(session.respondent()).substring(0, 32) + "-" + event.sequence();
    }

    /** The event as a CloudEvent 1.0 in JSON. */
    public String cloudEvent() {
        ObjectNode json = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id())
                .put("source", "/parlance/surveys/" + session.survey())
                .put("type", event.type().fullName())
                .put("subject", session.respondent().value())
                .put("time", event.at().toString())
                .put("sequence", Long.toString(event.sequence()))
                .put("datacontenttype", "application/json");
        ObjectNode data = json.putObject("data")
                .put("survey", session.survey())
                .put("revision", session.revision())
                .put("language", session.language())
                .put("disposition", event.disposition().name());
        event.answer().ifPresent(answer -> {
            ObjectNode given = data.putObject("answer")
                    .put("question", answer.question())
                    .put("how", answer.inputMethod().name())
                    .put("confidence", answer.confidence())
                    .put("attempt", answer.attempt());
            answer.value().parts().forEach(given.putArray("value")::add);
        });
        return json.toString();
    }
}
