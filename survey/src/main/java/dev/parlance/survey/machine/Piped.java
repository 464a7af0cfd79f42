package dev.parlance.survey.machine;

import dev.parlance.prompt.Language;
import dev.parlance.survey.definition.Repeat;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Hearing;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Value;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What fills the placeholders of a prompt: earlier answers, as the person would say them; variables; the round of a group.
 * Only what a prompt asks for is looked up.
 */
final class Piped extends AbstractMap<String, Object> {
    private static final int LONGEST = 200;

    private final Survey survey;
    private final Session session;
    private final Hearing hearing;
    private final @Nullable Stop stop;

    Piped(Survey survey, Session session, Hearing hearing, @Nullable Stop stop) {
        this.survey = survey;
        this.session = session;
        this.hearing = hearing;
        this.stop = stop;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        String name = String.valueOf(key);
        if (stop != null && !stop.in().repeat().isOnce()) {
            if (name.equals("n")) {
                return stop.round();
            }
            if (name.equals("item")) {
                return item(stop);
            }
        }
        Optional<Question> question = survey.question(name);
        if (question.isPresent()) {
            return answer(name)
                    .map(answer -> shown(question.get(), answer))
                    .orElseGet(() -> unanswered(question.get()));
        }
        String variable = session.variable(name).orElse(survey.variables().get(name));
        return variable == null ? null : tame(variable);
    }

    /** The answer of the same round of a group, or else the one from elsewhere. */
    private Optional<Value> answer(String question) {
        Optional<Value> here =
                stop == null ? Optional.empty() : session.answer(stop.in().answerName(stop.round(), question));
        return here.isPresent() ? here : session.answer(question);
    }

    /** A number stays a number, so that a plural can go by it. */
    private Object shown(Question question, Value value) {
        return value.number()
                .filter(number -> question.answers().isNumber())
                .<Object>map(number -> number)
                .orElseGet(() -> tame(question.shown(value, hearing.words())));
    }

    /** The text in place of an answer that isn't there. */
    private String unanswered(Question question) {
        String own = question.frame().prompt() + ".unanswered";
        Language language = hearing.words().language();
        return language.has(own) ? language.text(own) : hearing.words().text("unanswered");
    }

    private String item(Stop at) {
        Repeat repeat = at.in().repeat();
        if (repeat.by() != Repeat.By.CHOSEN) {
            return Integer.toString(at.round());
        }
        List<String> chosen =
                session.answer(repeat.question()).map(Value::parts).orElse(List.of());
        return at.round() > chosen.size()
                ? ""
                : survey.question(repeat.question())
                        .map(question -> question.shown(Value.of(chosen.get(at.round() - 1)), hearing.words()))
                        .orElse("");
    }

    /** Words of a person's in a prompt of ours: not too long, and on one line. */
    private static String tame(String text) {
        String line = text.replaceAll("\\s+|\\p{Cntrl}", " ").strip();
        int end = line.offsetByCodePoints(0, Math.min(LONGEST, line.codePointCount(0, line.length())));
        return line.substring(0, end);
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        throw new UnsupportedOperationException("values are looked up by name");
    }
}
