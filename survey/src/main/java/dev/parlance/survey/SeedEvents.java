package dev.parlance.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.Address;
import dev.parlance.outbound.OutboundException;
import dev.parlance.outbound.OutboundException.Reason;
import dev.parlance.outbound.TextMessage;
import dev.parlance.outbound.TextSender;
import dev.parlance.prompt.SmsText;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.SurveyEvent;
import dev.parlance.survey.results.ResultJson;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Set;
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

    private static final System.Logger LOG = System.getLogger(SeedEvents.class.getName());
    /** Trying again would change nothing. */
    private static final Set<Reason> NOT_AGAIN =
            EnumSet.of(Reason.BAD_ADDRESS, Reason.OPTED_OUT, Reason.UNREACHABLE, Reason.REFUSED, Reason.UNKNOWN);

    private static final String END = "\n******";
    private static final String CUT = "\n…" + END;
    private static final ObjectMapper JSON = new ObjectMapper();

    private SeedEvents() {}

    /**
     * The detail of an event: {@code {"currentState":…,"messageBody":…,"resultsObject":…,"postBody":…}}. The states that the
     * template has mean what they mean there; {@code abandoned}, {@code opted-out} and {@code handed-over} are new.
     */
    public static String detail(Survey survey, Published told) {
        ObjectNode results = ResultJson.of(survey, told.session());
        ObjectNode detail =
                JSON.createObjectNode().put("currentState", state(told.event().type()));
        told.event()
                .answer()
                .ifPresent(answer -> detail.put("messageBody", answer.value().text()));
        detail.set("resultsObject", results);
        ObjectNode form = detail.putObject("postBody");
        told.event().form().forEach(form::put);
        if (!form.has("From") || told.session().channel().equals(Channel.VOICE)) {
            form.put("From", told.session().respondent().value());
        }
        return detail.toString();
    }

    private static String state(SurveyEvent.Type type) {
        return switch (type) {
            case STARTED -> "welcome";
            case ANSWERED -> "question_wait";
            case COMPLETED -> "post-survey-results";
            case ABANDONED -> "abandoned";
            case OPTED_OUT -> "opted-out";
            case HANDED_OVER -> "handed-over";
        };
    }

    /** The text with the answers. */
    public static String summary(Survey survey, Published completed) {
        return summary(ResultJson.of(survey, completed.session()));
    }

    private static String summary(JsonNode results) {
        String text =
                "******\nHere are your answers! This message shows that you can run processing after a survey completes.\n"
                        + TemplatesJson.of(results);
        return text.length() + END.length() <= SmsText.LONGEST
                ? text + END
                : text.substring(0, text.lastIndexOf('\n', SmsText.LONGEST - CUT.length())) + CUT;
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

    /**
     * Texts the answers, for whoever hears of the end of a survey from a bus. A person who can't be texted, such as at a
     * landline, gets nothing.
     *
     * @param detail the detail of that event
     * @throws IllegalArgumentException if it is none
     * @throws OutboundException if trying again may help
     */
    public static void textAnswers(String detail, TextSender texts) {
        send(answersByText(detail), texts);
    }

    private static void send(TextMessage answers, TextSender texts) {
        try {
            texts.send(answers);
        } catch (OutboundException e) {
            if (!NOT_AGAIN.contains(e.reason())) {
                throw e;
            }
            LOG.log(Level.INFO, "The answers of " + answers.to() + " can't be texted: " + e.reason());
        }
    }

    /**
     * Texts the answers to the person who gave them. Listeners hear of the end before the goodbye goes out: for the text to come
     * after it, publish events a moment later, with {@code tellIn(CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS))}. A
     * person who can't be texted, such as at a landline, gets nothing.
     */
    public static Consumer<Published> summaryByText(Survey survey, TextSender texts) {
        return completed -> send(TextMessage.to(completed.session().respondent(), summary(survey, completed)), texts);
    }
}
