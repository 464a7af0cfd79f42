package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Group;
import dev.parlance.survey.question.Question;

/**
 * A question on a person's way: which, and in which round of its group.
 *
 * @param group the group's place in the survey
 * @param in the group
 * @param round the round, from 1
 * @param question the question
 */
record Stop(int group, Group in, int round, Question question) {
    /** The name under which its answer is kept. */
    String key() {
        return in.answerName(round, question.id());
    }
}
