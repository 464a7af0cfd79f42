package dev.parlance.survey.definition;

import dev.parlance.survey.question.ChoiceQuestion;
import dev.parlance.survey.question.Matrix;
import dev.parlance.survey.question.NumberQuestion;
import dev.parlance.survey.question.Option;
import dev.parlance.survey.question.Question;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks the items of matrices, and that each has a prompt. */
final class MatrixCheck {
    /** The ends of keys that the prompt of the matrix itself can have. */
    private static final Set<String> RESERVED =
            Set.of("text", "voice", "audio", "image", "withoutImage", "retry", "unanswered");

    private final List<Group> groups;
    private final WordingCheck wording;
    private final ProblemList problems;

    MatrixCheck(List<Group> groups, WordingCheck wording, ProblemList problems) {
        this.groups = groups;
        this.wording = wording;
        this.problems = problems;
    }

    void check() {
        for (int i = 0; i < groups.size(); i++) {
            String path = QuestionPlaces.path(i);
            groups.get(i).matrix().ifPresent(matrix -> check(path, matrix));
            List<Question> inside = groups.get(i).questions();
            for (int j = 0; j < inside.size(); j++) {
                if (inside.get(j) instanceof Matrix) {
                    problems.add(
                            path + ".questions[" + j + "].kind",
                            "is \"matrix\", which can't be in a group; put it before or after the group");
                }
            }
        }
    }

    private void check(String path, Matrix matrix) {
        items(path + ".items", matrix.items());
        if (!matrix.settings().next().isEmpty()) {
            problems.add(path + ".next", "can't be followed after a matrix; add a statement with this jump after it");
        }
        if (!isScale(matrix.scale())) {
            problems.add(path, "is a matrix, which needs a rating, or one option to choose in the given order");
        }
        wording.check(
                path + ".items", matrix.items().stream().map(matrix::promptOf).toList(), any -> false);
        if (matrix.scale() instanceof ChoiceQuestion choice) {
            sharedNames(path + ".items", matrix, choice);
        }
    }

    private static boolean isScale(Question question) {
        return question.kind().equals(NumberQuestion.RATING_KIND)
                || (question instanceof ChoiceQuestion choice && !choice.isMultiple() && !choice.shuffled());
    }

    private void items(String path, List<Matrix.Item> items) {
        if (items.isEmpty() || items.size() > Matrix.MOST_ITEMS) {
            problems.add(path, "needs 1 to " + Matrix.MOST_ITEMS + " items, not " + items.size());
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String name = items.get(i).id();
            String place = path + "[" + i + "]";
            if (!names.add(name)) {
                problems.add(place, "is \"" + name + "\", which is already an item");
            }
            if (RESERVED.contains(name)) {
                problems.add(place, "is \"" + name + "\", which is a reserved name");
            }
        }
    }

    /** The prompts of a matrix' own options start like those of its items. */
    private void sharedNames(String path, Matrix matrix, ChoiceQuestion choice) {
        Set<String> options = new HashSet<>();
        choice.own().stream().map(Option::id).forEach(options::add);
        for (int i = 0; i < matrix.items().size(); i++) {
            String name = matrix.items().get(i).id();
            if (options.contains(name)) {
                problems.add(path + "[" + i + "]", "is \"" + name + "\", which is also an option");
            }
        }
    }
}
