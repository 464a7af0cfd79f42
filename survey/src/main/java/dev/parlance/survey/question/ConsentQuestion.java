package dev.parlance.survey.question;

import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Asks for consent: after a yes the survey continues, a no declines it. The wording that the person agreed to, as it was sent or
 * said to them, is kept with the answer. See {@link dev.parlance.survey.session.Answer#wording()}.
 *
 * @param settings the settings common to all questions; the jump that a no takes is added as the first
 */
public record ConsentQuestion(QuestionSettings settings) implements Question {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.of(
                    "consent", (fields, settings) -> new ConsentQuestion(settings))
            .sentences("invalid.yesNo");

    /** Adds the jump. */
    public ConsentQuestion {
        settings = declining(settings);
    }

    private static QuestionSettings declining(QuestionSettings settings) {
        Jump declined = new Jump(Condition.answer(settings.id()).is(YesNoQuestion.NO), Jump.REFUSE);
        if (settings.next().contains(declined)) {
            return settings;
        }
        List<Jump> next = new ArrayList<>(List.of(declined));
        next.addAll(settings.next());
        return settings.withJumps(next);
    }

    private YesNoQuestion yesNo() {
        return new YesNoQuestion(settings);
    }

    @Override
    public void check(Collection<Words> languages, ProblemCollector problems, ProblemCollector warnings) {
        if (settings.optional()) {
            problems.add("optional", "is true, but a survey must not continue without the consent that it asks for");
        }
        boolean isSkipped = settings.attempts()
                .filter(attempts -> attempts.then() == Attempts.Then.SKIP)
                .isPresent();
        if (isSkipped) {
            problems.add("attempts", "skips, but a survey must not continue without the consent that it asks for");
        }
        boolean isPassedBy = settings.answerWithin()
                .flatMap(TimeLimit::then)
                .filter(target -> !Jump.isEnd(target))
                .isPresent();
        if (isPassedBy) {
            problems.add(
                    "answerWithin.then",
                    "goes on, but a survey must not continue without the consent that it asks for; use an end");
        }
    }

    @Override
    public Question withSettings(QuestionSettings newSettings) {
        return new ConsentQuestion(newSettings);
    }

    @Override
    public QuestionKind kind() {
        return KIND;
    }

    @Override
    public AnswerType answers() {
        return yesNo().answers();
    }

    @Override
    public boolean keepsWording() {
        return true;
    }

    @Override
    public Reading read(Input input, AskContext context) {
        return yesNo().read(input, context);
    }

    @Override
    public String display(Value value, Words words) {
        return yesNo().display(value, words);
    }

    @Override
    public AnswerOptions answerOptions(AskContext context) {
        return yesNo().answerOptions(context);
    }

    @Override
    public ExpectedInput expects(AskContext context) {
        return yesNo().expects(context);
    }
}
