package dev.parlance.survey.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.state.GivenAnswer;
import dev.parlance.survey.state.SessionState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads results of the Twilio SAM template, in which each answer has the index of its question. */
public final class ResultReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ResultReader() {}

    /**
     * Adds a completed result to a new session.
     *
     * @param newSession the person's new session
     * @return empty if the result isn't from a completed survey
     */
    public static Optional<SessionState> completed(Survey survey, SessionState newSession, String json) {
        JsonNode result;
        try {
            result = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
        if (!result.path("surveyStatus").asText().equals("COMPLETED")) {
            return Optional.empty();
        }
        Instant started = time(result, "surveyStarted");
        Instant completed = time(result, "surveyCompleted");
        Instant ended = completed == null ? started : completed;
        String language = survey.prompts()
                .find(result.path("languageSet").asText())
                .orElse(survey.prompts().defaultLanguage())
                .tag();
        List<Answer> answers = new ArrayList<>();
        List<Question> questions = survey.questions();
        for (int i = 0; i < questions.size(); i++) {
            Instant at = ended == null ? Instant.EPOCH : ended;
            answer(questions.get(i).id(), result.path("questions").path(i), language, at)
                    .ifPresent(answers::add);
        }
        Medium medium = result.path("surveyMedium").asText().equals("voice") ? Medium.VOICE : Medium.TEXT;
        return Optional.of(newSession.completedElsewhere(language, medium.channel(), started, ended, answers));
    }

    private static @Nullable Instant time(JsonNode result, String name) {
        return result.path(name).isIntegralNumber() && result.path(name).canConvertToLong()
                ? Instant.ofEpochMilli(result.path(name).asLong())
                : null;
    }

    /** The template stored {@code null} for text instead of a number, and pluses for the spaces in speech. */
    private static Optional<Answer> answer(String question, JsonNode node, String language, Instant at) {
        JsonNode answer = node.path("answer");
        if (!answer.isTextual() && !answer.isNumber()) {
            return Optional.empty();
        }
        String confidence = node.path("answerConfidence").asText();
        Answer.InputMethod how = switch (confidence) {
            case "sms" -> Answer.InputMethod.TEXT;
            case "DTMF" -> Answer.InputMethod.KEYS;
            case "computed" -> Answer.InputMethod.COMPUTED;
            default -> Answer.InputMethod.SPEECH;
        };
        String text = how == Answer.InputMethod.SPEECH ? answer.asText().replace('+', ' ') : answer.asText();
        return Optional.of(new GivenAnswer(
                question,
                Value.of(text),
                how,
                how == Answer.InputMethod.SPEECH ? node.path("answerConfidence").asDouble(1) : 1,
                language,
                1,
                at,
                Optional.empty(),
                how == Answer.InputMethod.TEXT ? Medium.TEXT.channel() : Medium.VOICE.channel()));
    }
}
