package dev.parlance.survey.machine;

import dev.parlance.prompt.Language;
import dev.parlance.survey.definition.Repeat;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.AskContext;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.state.SessionState;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values for a prompt's placeholders: earlier answers in the respondent's words, variables, and the round of a group. Looked
 * up only when a prompt uses them.
 */
final class PromptValues extends AbstractMap<String, Object> {
    private static final int LONGEST = 200;

    private final Survey survey;
    private final SessionState session;
    private final AskContext context;
    private final @Nullable Position position;

    PromptValues(Survey survey, SessionState session, AskContext context, @Nullable Position position) {
        this.survey = survey;
        this.session = session;
        this.context = context;
        this.position = position;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        String name = String.valueOf(key);
        if (position != null && !position.in().repeat().isOnce()) {
            if (name.equals("n")) {
                return position.round();
            }
            if (name.equals("item")) {
                return item(position);
            }
        }
        Optional<Question> question = survey.question(name);
        if (question.isPresent()) {
            return answer(name)
                    .map(answer -> shown(question.get(), answer))
                    .orElseGet(() -> unanswered(question.get()));
        }
        String variable = session.variable(name).orElse(survey.variables().get(name));
        return variable == null ? null : shortLine(variable);
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

    private String item(Position at) {
        Repeat repeat = at.in().repeat();
        if (repeat.by() != Repeat.By.CHOSEN) {
            return Integer.toString(at.round());
        }
        Value chosen = session.answer(repeat.question()).orElse(new Value(List.of()));
        return at.round() > chosen.parts().size()
                ? ""
                : survey.question(repeat.question())
                        .map(question -> question.display(chosen.part(at.round() - 1), context.words()))
                        .orElse("");
    }

    /** Limits a respondent's words in a prompt to one short line. */
    private static String shortLine(String text) {
        String line = text.replaceAll("\\s+|\\p{Cntrl}", " ").strip();
        int end = line.offsetByCodePoints(0, Math.min(LONGEST, line.codePointCount(0, line.length())));
        return line.substring(0, end);
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        throw new UnsupportedOperationException("values are looked up by name");
    }
}
