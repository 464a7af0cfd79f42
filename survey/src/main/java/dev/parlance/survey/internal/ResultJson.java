package dev.parlance.survey.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.survey.definition.Group;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.Matrix;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.question.NumberQuestion;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.Delivery;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.session.Session;
import dev.parlance.survey.state.DeliveryJson;
import dev.parlance.survey.state.SessionState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One person's results in the format of the template's {@code survey-results/15551112222.json}, with additional fields. */
public final class ResultJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Answer.InputMethod> WRITTEN =
            EnumSet.of(Answer.InputMethod.TEXT, Answer.InputMethod.COMPUTED);

    private ResultJson() {}

    /** The results of a session. */
    public static ObjectNode of(Survey survey, Session session) {
        ObjectNode json = JSON.createObjectNode().put("surveyTo", digits(session));
        answers(survey, session, json.putArray("questions"));
        matrices(survey, session, json);
        boolean isCompleted = session.disposition() == Disposition.COMPLETED;
        json.put("surveyMedium", session.channel().equals(Medium.TEXT.channel()) ? "sms" : session.channel());
        session.started().map(Instant::toEpochMilli).ifPresent(time -> json.put("surveyStarted", time));
        if (isCompleted) {
            session.ended().map(Instant::toEpochMilli).ifPresent(time -> json.put("surveyCompleted", time));
        }
        json.put("surveyStatus", isCompleted ? "COMPLETED" : "STARTED")
                .put("currentState", state(session))
                .put("questionIndex", SessionState.of(session).progress().path().size())
                .put("languageSet", session.language())
                .put("disposition", session.disposition().name())
                .put("revision", session.revision())
                .put("run", session.run());
        session.occasion().ifPresent(occasion -> json.put("occasion", occasion));
        if (survey.waves().isPresent() || session.wave() > 1) {
            json.put("wave", session.wave());
        }
        for (Delivery lost : session.undelivered()) {
            DeliveryJson.write(lost, json.withArray("undelivered").addObject());
        }
        ObjectNode variables = json.putObject("variables");
        session.variables().forEach(variables::put);
        return json;
    }

    private static String digits(Session session) {
        String id = session.respondent().id();
        return id.startsWith("+") ? id.substring(1) : id;
    }

    /**
     * Writes each answer at its question's index, null if unanswered, up to the last question that was answered or skipped.
     * Answers from further rounds of a group follow at the end.
     */
    private static void answers(Survey survey, Session session, ArrayNode json) {
        List<String> names = new ArrayList<>();
        for (Group group : survey.groups()) {
            group.questions().stream()
                    .filter(Question::hasAnswer)
                    .map(question -> group.answerName(1, question.id()))
                    .forEach(names::add);
        }
        session.answers().keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(names::add);
        int end = names.size();
        while (end > 0 && !session.answers().containsKey(names.get(end - 1))) {
            end--;
        }
        for (String name : names.subList(0, end)) {
            Answer answer = session.answers().get(name);
            if (answer == null || !answer.isGiven()) {
                json.addNull();
            } else {
                answer(survey, answer, json.addObject());
            }
        }
    }

    /** Writes the answers to each matrix as one table: null for an item without an answer. */
    private static void matrices(Survey survey, Session session, ObjectNode json) {
        for (Group group : survey.groups()) {
            group.matrix().ifPresent(matrix -> {
                ObjectNode table = json.withObject("/matrices").putObject(group.id());
                boolean isNumber = matrix.scale() instanceof NumberQuestion;
                for (Matrix.Item item : matrix.items()) {
                    Optional<Value> value = session.answer(matrix.nameOf(item));
                    Optional<BigDecimal> number = value.flatMap(Value::number).filter(any -> isNumber);
                    if (number.isPresent()) {
                        table.put(item.id(), number.get());
                    } else {
                        table.put(item.id(), value.map(Value::text).orElse(null));
                    }
                }
            });
        }
    }

    private static void answer(Survey survey, Answer answer, ObjectNode json) {
        AnswerType type = survey.question(Group.questionOf(answer.question()))
                .map(Question::answers)
                .orElse(AnswerType.open());
        List<String> parts = answer.value().parts();
        Optional<BigDecimal> number = answer.value().number().filter(any -> type instanceof AnswerType.Numbers);
        if (type.isMultiple()) {
            parts.forEach(json.putArray("answer")::add);
        } else if (number.isPresent() && WRITTEN.contains(answer.inputMethod())) {
            json.put("answer", number.get());
        } else {
            json.put("answer", answer.value().text());
        }
        answer.value().specified().ifPresent(words -> json.put("specified", words));
        if (answer.value().isRefusal()) {
            json.put("refusal", true);
        }
        json.put(
                        "answerConfidence",
                        switch (answer.inputMethod()) {
                            case KEYS -> "DTMF";
                            case SPEECH -> Double.toString(answer.confidence());
                            case RECORDING -> "recording";
                            case COMPUTED -> "computed";
                            default -> "sms";
                        })
                .put("questionName", answer.question())
                .put("language", answer.language())
                .put("attempt", answer.attempt())
                .put("answered", answer.at().toEpochMilli());
        answer.wording().ifPresent(text -> json.put("wording", text));
    }

    /** {@code post-survey} only if completed; any other ended session keeps its last state. */
    private static String state(Session session) {
        return switch (SessionState.of(session).progress().stage()) {
            case NEW -> "welcome";
            case OPENING, LANGUAGE -> "welcome_wait";
            case OVER ->
                session.disposition() == Disposition.COMPLETED
                        ? "post-survey"
                        : session.question().isEmpty() ? "welcome_wait" : "question_wait";
            default -> "question_wait";
        };
    }
}
