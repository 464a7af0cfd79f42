package dev.parlance.survey.machine;

import dev.parlance.prompt.Language;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.words.OneLine;
import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.AskContext;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.SharesQuestion;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.state.SessionState;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values for a prompt's placeholders: earlier answers in the respondent's words, variables, and the round of a group. Looked
 * up only when a prompt uses them.
 */
final class PromptValues extends AbstractMap<String, Object> {
    private static final int LONGEST_ANSWER = 200;

    private final Survey survey;
    private final SessionState session;
    private final AskContext context;
    private final QuestionPath path;
    private final @Nullable Position position;

    PromptValues(
            Survey survey, SessionState session, AskContext context, QuestionPath path, @Nullable Position position) {
        this.survey = survey;
        this.session = session;
        this.context = context;
        this.path = path;
        this.position = position;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        String name = String.valueOf(key);
        Optional<Object> place = position == null ? Optional.empty() : place(name, position);
        if (place.isPresent()) {
            return place.get();
        }
        Optional<Question> question = survey.question(name);
        if (question.isPresent()) {
            return answer(name)
                    .map(answer -> shown(question.get(), answer))
                    .orElseGet(() -> unanswered(question.get()));
        }
        String variable = session.variable(name).orElse(survey.variables().get(name));
        return variable == null ? null : OneLine.variable(variable);
    }

    /** The answer from the same round of a group, otherwise from outside it. */
    private Optional<Value> answer(String question) {
        Optional<Value> here = position == null
                ? Optional.empty()
                : session.answer(position.in().answerName(position.round(), question));
        return here.isPresent() ? here : session.answer(question);
    }

    /** Numbers stay numbers, so that plurals work. */
    private Object shown(Question question, Value value) {
        return value.number()
                .filter(number -> question.answers() instanceof AnswerType.Numbers)
                .<Object>map(number -> number)
                .orElseGet(() -> shortLine(question.display(value, context.words())));
    }

    /** The text for a missing answer. */
    private String unanswered(Question question) {
        String own = question.settings().prompt() + ".unanswered";
        Language language = context.words().language();
        return language.contains(own) ? language.text(own) : context.words().text("unanswered");
    }

    private Optional<Object> place(String name, Position at) {
        QuestionCount count = new QuestionCount(path, session);
        Optional<Object> ofTheSurvey = switch (name) {
            case "questionNumber" -> Optional.of(count.number(at));
            case "questionCount" -> Optional.of(count.of(at));
            case "options" ->
                Optional.of(at.question())
                        .filter(SharesQuestion.class::isInstance)
                        .map(shares -> ((SharesQuestion) shares).listed(context));
            default -> Optional.empty();
        };
        if (ofTheSurvey.isEmpty() && name.equals("item") && at.in().matrix().isPresent()) {
            return at.in()
                    .matrix()
                    .flatMap(matrix -> at.itemPrompt(matrix.settings().prompt()))
                    .map(key -> context.words().language().text(key));
        }
        return ofTheSurvey.isPresent() || at.in().repeat().isOnce() ? ofTheSurvey : ofTheRound(name, at);
    }

    private Optional<Object> ofTheRound(String name, Position at) {
        Rounds rounds = new Rounds(survey, session);
        return switch (name) {
            case "n" -> Optional.of(at.round());
            case "total" -> Optional.of(rounds.count(at.in()));
            case "item" -> Optional.of(shortLine(rounds.item(at.in(), at.round())));
            default -> Optional.empty();
        };
    }

    /** Limits a respondent's words in a prompt to one short line. */
    static String shortLine(String text) {
        return OneLine.of(text, LONGEST_ANSWER);
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        throw new UnsupportedOperationException("values are looked up by name");
    }
}
