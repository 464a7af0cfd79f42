package dev.parlance.survey.definition;

import dev.parlance.survey.question.Question;
import java.util.Collection;
import java.util.Optional;

/**
 * The questions of the other surveys at hand.
 *
 * @param own the name of the survey that refers to them
 */
record OtherQuestions(String own, Collection<Survey> others) {
    boolean isOwn(String survey) {
        return survey.equals(own);
    }

    boolean has(String survey) {
        return others.stream().anyMatch(other -> other.name().equals(survey));
    }

    Optional<Question> find(String survey, String question) {
        return others.stream()
                .filter(other -> other.name().equals(survey))
                .findFirst()
                .flatMap(other -> other.question(Group.questionOf(question)));
    }
}
