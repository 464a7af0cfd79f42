package dev.parlance.survey.question;

import java.util.Optional;

/** What the answers to each question of a survey can be. */
@FunctionalInterface
public interface AnswerTypes {
    /** The type of a question's answers; empty if there is no such question. */
    Optional<AnswerType> of(String question);
}
