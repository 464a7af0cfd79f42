package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Group;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Value;
import java.util.Optional;

/**
 * A question on a person's path, with the round of its group.
 *
 * @param group the group's index in the survey
 * @param in the group
 * @param round the round, from 1
 * @param question the question
 */
record Position(int group, Group in, int round, Question question) {
    /** The question that asks for what an answer leaves open, if there is one. */
    Optional<Position> following(Value answer) {
        return question.followUp(answer).map(followUp -> new Position(group, in, round, followUp));
    }

    /** Asks for a part of the answer. */
    Position asking(Question part) {
        return new Position(group, in, round, part);
    }

    /** The prompt of the item that the question of a matrix asks for with this prompt. */
    Optional<String> itemPrompt(String prompt) {
        return in.matrix()
                .filter(matrix -> matrix.settings().prompt().equals(prompt))
                .flatMap(matrix -> matrix.item(question.id()).map(matrix::promptOf));
    }

    /** The name of its answer. */
    String key() {
        return in.answerName(round, question.id());
    }
}
