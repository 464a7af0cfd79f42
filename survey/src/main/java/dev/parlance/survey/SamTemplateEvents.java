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
import dev.parlance.survey.internal.ResultJson;
import dev.parlance.survey.session.Session;
import dev.parlance.survey.session.SurveyEvent;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The Twilio SAM template's events, and its text message with the answers at the end of a survey.
 *
 * <pre>{@code
 * Surveys surveys = Surveys.builder(survey).store(store)
 *         .on(SurveyEvent.Type.COMPLETED, SamTemplateEvents.summaryByText(survey, account))
 *         .build();
 * }</pre>
 */
public final class SamTemplateEvents {
    /** The source of the template's events. */
    public static final String SOURCE = "custom.twilioSurveyApp";
    /** The detail type of the template's events. */
    public static final String DETAIL_TYPE = "surveystate";

    private static final System.Logger LOG = System.getLogger(SamTemplateEvents.class.getName());
    /** Reasons for which a retry is pointless. */
    private static final Set<Reason> FINAL_REASONS =
            EnumSet.of(Reason.BAD_ADDRESS, Reason.OPTED_OUT, Reason.UNREACHABLE, Reason.REFUSED, Reason.UNKNOWN);

    private static final String END = "\n******";
    private static final String CUT = "\n…" + END;
    private static final ObjectMapper JSON = new ObjectMapper();

    private SamTemplateEvents() {}

    /**
     * The detail of an event: {@code {"currentState":…,"messageBody":…,"resultsObject":…,"postBody":…}}. The template's states
     * keep their meaning; {@code abandoned}, {@code opted-out}, {@code handed-over} and {@code message-status} are new.
     */
    public static String detail(Survey survey, SurveyEvent event) {
        ObjectNode results = ResultJson.of(survey, event.session());
        ObjectNode detail = JSON.createObjectNode().put("currentState", state(event.type()));
        event.answer()
                .ifPresent(answer -> detail.put("messageBody", answer.value().text()));
        detail.set("resultsObject", results);
        ObjectNode form = detail.putObject("postBody");
        event.form().forEach(form::put);
        if (!form.has("From") || event.session().channel().equals(Channel.VOICE)) {
            form.put("From", event.session().respondent().value());
        }
        return detail.toString();
    }

    /** A person's results in the format of the template's {@code survey-results/15551112222.json}, with more fields. */
    public static String results(Survey survey, Session session) {
        return ResultJson.of(survey, session).toPrettyString();
    }

    private static String state(SurveyEvent.Type type) {
        return switch (type) {
            case STARTED -> "welcome";
            case ANSWERED -> "question_wait";
            case COMPLETED -> "post-survey-results";
            case ABANDONED -> "abandoned";
            case OPTED_OUT -> "opted-out";
            case HANDED_OVER -> "handed-over";
            case MESSAGE_STATUS -> "message-status";
        };
    }

    /** The text message with the answers. */
    public static String summary(Survey survey, SurveyEvent completed) {
        return summary(ResultJson.of(survey, completed.session()));
    }

    private static String summary(JsonNode results) {
        String text =
                "******\nHere are your answers! This message shows that you can run processing after a survey completes.\n"
                        + TemplateJson.of(results);
        return text.length() + END.length() <= SmsText.MAX_LENGTH
                ? text + END
                : text.substring(0, text.lastIndexOf('\n', SmsText.MAX_LENGTH - CUT.length())) + CUT;
    }

    /**
     * The text message with the answers, from an event that arrived over a bus.
     *
     * @param detail the detail of the {@code post-survey-results} event
     * @throws IllegalArgumentException if it is not JSON
     */
    public static TextMessage answersByText(String detail) {
        try {
            JsonNode json = JSON.readTree(detail);
            Address person = Address.of(json.at("/postBody/From").asText());
            return TextMessage.to(person, summary(json.path("resultsObject")));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The event's detail is not valid JSON", e);
        }
    }

    /**
     * Texts the answers, from an event that arrived over a bus. A person who can't be texted, for example on a landline, gets
     * nothing.
     *
     * @param detail the detail of the {@code post-survey-results} event
     * @throws IllegalArgumentException if it is not JSON
     * @throws OutboundException if a retry may help
     */
    public static void textAnswers(String detail, TextSender texts) {
        send(answersByText(detail), texts);
    }

    private static void send(TextMessage answers, TextSender texts) {
        try {
            texts.send(answers);
        } catch (OutboundException e) {
            if (!FINAL_REASONS.contains(e.reason())) {
                throw e;
            }
            LOG.log(Level.INFO, "Could not text the answers to " + answers.to() + ": " + e.reason());
        }
    }

    /**
     * Texts the answers to the respondent. They may arrive before the goodbye message. To send them after it, delay the events:
     * {@code listenerExecutor(CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS))}. A person who can't be texted, for
     * example on a landline, gets nothing.
     */
    public static Consumer<SurveyEvent> summaryByText(Survey survey, TextSender texts) {
        return completed -> send(TextMessage.to(completed.session().respondent(), summary(survey, completed)), texts);
    }
}
