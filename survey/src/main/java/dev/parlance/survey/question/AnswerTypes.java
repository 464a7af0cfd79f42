package dev.parlance.survey.question;

import java.util.List;
import java.util.Optional;

/** What the answers to each question of a survey can be. */
@FunctionalInterface
public interface AnswerTypes {
    /** The type of a question's answers; empty if there is no such question. */
    Optional<AnswerType> of(String question);

    /** The questions that a name stands for: the items of a matrix, otherwise the one question. Default: the one question. */
    default List<String> namedBy(String name) {
        return List.of(name);
    }

    /** The type of the answers to a question of another survey; empty if that survey is not at hand. */
    default Optional<AnswerType> of(String survey, String question) {
        return Optional.empty();
    }
}
