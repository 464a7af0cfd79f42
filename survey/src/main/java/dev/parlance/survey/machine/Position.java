package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Group;
import dev.parlance.survey.question.Question;

/**
 * A question on a person's path, with the round of its group.
 *
 * @param group the group's index in the survey
 * @param in the group
 * @param round the round, from 1
 * @param question the question
 */
record Position(int group, Group in, int round, Question question) {
    /** The name of its answer. */
    String key() {
        return in.answerName(round, question.id());
    }
}
