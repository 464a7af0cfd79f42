package dev.parlance.survey.question;

import dev.parlance.survey.words.Words;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question whose options are named and numbered as those of a {@link ChoiceQuestion}, but chosen in another way. It needs two
 * options that can be combined; respondents who get fewer are not asked.
 */
public interface WithOptions extends Question {
    /** The options, as a question that lets choose any number of them. */
    ChoiceQuestion choice();

    /** Returns a copy with other options. */
    WithOptions withChoice(ChoiceQuestion choice);

    /** The options of a question, if it has any. */
    static Optional<ChoiceQuestion> of(Question question) {
        if (question instanceof ChoiceQuestion choice) {
            return Optional.of(choice);
        }
        return question instanceof WithOptions other ? Optional.of(other.choice()) : Optional.empty();
    }

    @Override
    default QuestionSettings settings() {
        return choice().settings();
    }

    @Override
    default Question withSettings(QuestionSettings newSettings) {
        return withChoice((ChoiceQuestion) choice().withSettings(newSettings));
    }

    @Override
    default void check(Collection<Words> languages, ProblemCollector problems, ProblemCollector warnings) {
        choice().check(languages, problems, warnings);
    }

    @Override
    default List<String> promptKeys() {
        return choice().promptKeys();
    }

    @Override
    default boolean isAskedOf(ConditionContext known) {
        return settings().when().holds(known)
                && choice().options().stream()
                                .filter(option -> !option.isAlone() && choice().isOffered(option, known))
                                .count()
                        > 1;
    }

    @Override
    default boolean isConditional() {
        return Question.super.isConditional()
                || choice().options().stream()
                                .filter(option -> !option.isAlone() && !choice().isConditional(option))
                                .count()
                        < 2;
    }

    @Override
    default Set<String> decidedBy() {
        return isConditional() ? choice().decidedByOptions() : Question.super.decidedBy();
    }

    @Override
    default Optional<Question> followUp(Value answer) {
        return choice().followUp(answer);
    }

    @Override
    default List<Question> followUps() {
        return choice().followUps();
    }
}
