package dev.parlance.survey.index;

import dev.parlance.survey.definition.Group;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The questions of one revision that have answers, with what is needed to read many answers to them. */
final class RevisionQuestions {
    private final Map<String, Entry> questions = new HashMap<>();

    /**
     * A question.
     *
     * @param place its place in the survey's order; the questions of a group in random order have the same
     * @param all the possible answers
     * @param attempts how often it is asked
     */
    record Entry(Question question, int place, Set<String> all, Set<String> refusals, int attempts) {}

    RevisionQuestions(Survey survey) {
        int place = 0;
        for (Group group : survey.groups()) {
            place++;
            for (Question question : group.questions()) {
                place += group.shuffled() ? 0 : 1;
                if (question.hasAnswer()) {
                    questions.putIfAbsent(question.id(), entry(survey, question, place));
                }
            }
        }
    }

    private static Entry entry(Survey survey, Question question, int place) {
        int attempts =
                question.settings().attempts().orElse(survey.rules().attempts()).max();
        return new Entry(
                question,
                place,
                new HashSet<>(question.answers().all()),
                new HashSet<>(question.answers().refusals()),
                attempts);
    }

    /** The ids of the questions that have answers. */
    List<String> ids() {
        return List.copyOf(questions.keySet());
    }

    /** The question that an answer belongs to; null if no question with answers has this name. */
    @Nullable
    Entry of(String answerName) {
        return questions.get(Group.questionOf(answerName));
    }
}
