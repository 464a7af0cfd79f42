package dev.parlance.survey.definition;

import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Matrix;
import dev.parlance.survey.question.Question;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Questions that belong together: asked under one condition, repeated, or in random order.
 *
 * <pre>{@code
 * Group.of("drinks", Question.rating("taste", 1, 5), Question.text("why")).repeat(Repeat.forEach("tried")).shuffle();
 * }</pre>
 *
 * @param id the group's name; for a single question, the question's name
 * @param when the condition under which the group is asked
 * @param repeat how often the group is asked
 * @param shuffled whether each respondent gets the questions in a different random order
 * @param questions the questions
 * @param matrix the matrix, if the questions are its items
 */
public record Group(
        String id, Condition when, Repeat repeat, boolean shuffled, List<Question> questions, Optional<Matrix> matrix) {
    /** Copies the list. */
    public Group {
        questions = List.copyOf(questions);
    }

    /** A group that is asked once, in the given order. */
    public static Group of(String id, Question... questions) {
        return new Group(id, Condition.All.ALWAYS, Repeat.ONCE, false, List.of(questions), Optional.empty());
    }

    /** A question outside any group. A matrix is a group of its items. */
    static Group alone(Question question) {
        return question instanceof Matrix matrix
                ? new Group(
                        matrix.id(),
                        matrix.settings().when(),
                        Repeat.ONCE,
                        matrix.shuffled(),
                        matrix.questions(),
                        Optional.of(matrix))
                : of(question.id(), question);
    }

    /** Returns a copy that is asked only if the condition holds. */
    public Group when(Condition condition) {
        return new Group(id, condition, repeat, shuffled, questions, matrix);
    }

    /** Returns a copy that is repeated. */
    public Group repeat(Repeat newRepeat) {
        return new Group(id, when, newRepeat, shuffled, questions, matrix);
    }

    /** Returns a copy whose questions come in a random order for each respondent. */
    public Group shuffle() {
        return new Group(id, when, repeat, true, questions, matrix);
    }

    Group withQuestions(UnaryOperator<Question> change) {
        return new Group(
                id, when, repeat, shuffled, questions.stream().map(change).toList(), matrix);
    }

    /** The name that an answer is stored under: {@code drinks.2.taste} in the second round of a group. */
    public String answerName(int round, String question) {
        return repeat.isOnce() ? question : id + "." + round + "." + question;
    }

    /** The key of the prompt for an item of a fixed list. */
    public String itemPrompt(String item) {
        return id + "." + item;
    }

    /** The question that a stored answer belongs to. Only in a repeated group, its name has two dots. */
    public static String questionOf(String answerName) {
        int first = answerName.indexOf('.');
        int last = answerName.lastIndexOf('.');
        return first < last ? answerName.substring(last + 1) : answerName;
    }

    /** Whether this is a single question outside any group. */
    public boolean isAlone() {
        return questions.size() == 1 && id.equals(questions.get(0).id());
    }
}
