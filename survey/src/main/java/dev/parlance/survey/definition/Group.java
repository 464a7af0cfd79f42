package dev.parlance.survey.definition;

import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Question;
import java.util.List;

/**
 * Questions that belong together: asked under one condition, repeated, or in an order drawn for each person.
 *
 * <pre>{@code
 * Group.of("drinks", Question.rating("taste", 1, 5), Question.text("why")).repeat(Repeat.forEach("tried")).shuffle();
 * }</pre>
 *
 * @param id its name; that of the question where it is a question alone
 * @param when whether it is asked at all
 * @param repeat how often
 * @param shuffled whether its questions come in an order drawn for each person
 * @param questions its questions
 */
public record Group(String id, Condition when, Repeat repeat, boolean shuffled, List<Question> questions) {
    /** Keeps the list as it is now. */
    public Group {
        questions = List.copyOf(questions);
    }

    /** Questions that belong together. */
    public static Group of(String id, Question... questions) {
        return new Group(id, Condition.All.OF_NONE, Repeat.ONCE, false, List.of(questions));
    }

    static Group alone(Question question) {
        return of(question.id(), question);
    }

    /** The same group, asked only if this holds. */
    public Group when(Condition condition) {
        return new Group(id, condition, repeat, shuffled, questions);
    }

    /** The same group, asked several times. */
    public Group repeat(Repeat newRepeat) {
        return new Group(id, when, newRepeat, shuffled, questions);
    }

    /** The same group, in an order drawn for each person. */
    public Group shuffle() {
        return new Group(id, when, repeat, true, questions);
    }

    /** The name under which a question's answer is kept: {@code drinks.2.taste} in the second round of a group. */
    public String answerName(int round, String question) {
        return repeat.isOnce() ? question : id + "." + round + "." + question;
    }

    /** The question of which an answer has this name. */
    public static String questionOf(String answerName) {
        return answerName.substring(answerName.lastIndexOf('.') + 1);
    }

    /** Whether it is one question, and no group that anybody wrote. */
    public boolean isAlone() {
        return questions.size() == 1 && id.equals(questions.get(0).id());
    }
}
