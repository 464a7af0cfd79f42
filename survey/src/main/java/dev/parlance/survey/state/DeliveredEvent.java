package dev.parlance.survey.state;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.internal.Sha256;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.Delivery;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.session.Session;
import dev.parlance.survey.session.SurveyEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An event of a session, as listeners get it. */
public record DeliveredEvent(StoredEvent event, Session session) implements SurveyEvent {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ID_LENGTH = 32;

    @Override
    public Type type() {
        return event.type();
    }

    @Override
    public long sequence() {
        return event.sequence();
    }

    @Override
    public Instant at() {
        return event.at();
    }

    @Override
    public Optional<Answer> answer() {
        return event.answer();
    }

    @Override
    public Optional<Delivery> delivery() {
        return event.delivery();
    }

    @Override
    public Optional<String> agent() {
        return event.agent();
    }

    @Override
    public Disposition disposition() {
        return event.disposition();
    }

    @Override
    public Optional<String> occasion() {
        return event.occasion();
    }

    @Override
    public Map<String, String> form() {
        return event.form();
    }

    /** Contains the time, because the sequence starts again after a person was forgotten. */
    @Override
    public String id() {
        String unique = String.join(
                "\n", session.survey(), session.respondent().value(), event.at().toString());
        return Sha256.hex(unique).substring(0, ID_LENGTH) + "-" + event.sequence();
    }

    @Override
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
        event.occasion().ifPresent(occasion -> data.put("occasion", occasion));
        ObjectNode variables = data.putObject("variables");
        new TreeMap<>(session.variables()).forEach(variables::put);
        event.answer().ifPresent(answer -> {
            ObjectNode given = data.putObject("answer")
                    .put("question", answer.question())
                    .put("how", answer.inputMethod().name())
                    .put("confidence", answer.confidence())
                    .put("attempt", answer.attempt());
            answer.value().parts().forEach(given.putArray("value")::add);
            answer.value().specified().ifPresent(words -> given.put("specified", words));
            if (answer.value().isRefusal()) {
                given.put("refusal", true);
            }
            answer.wording().ifPresent(text -> given.put("wording", text));
        });
        event.delivery().ifPresent(delivery -> DeliveryJson.write(delivery, data.putObject("message")));
        if (type() == Type.HANDED_OVER) {
            agent().ifPresent(agent -> data.put("agent", agent));
            ObjectNode answers = data.putObject("answers");
            session.answers().values().stream()
                    .filter(Answer::isGiven)
                    .forEach(answer -> answer.value().parts().forEach(answers.withArray(answer.question())::add));
        }
        return json.toString();
    }

    /** The type and the session, without any answer. */
    @Override
    public String toString() {
        return event.type() + " of " + session;
    }
}
