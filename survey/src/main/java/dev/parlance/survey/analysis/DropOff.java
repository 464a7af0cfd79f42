package dev.parlance.survey.analysis;

import java.util.List;

/**
 * Where people leave a survey, as a funnel.
 *
 * @param people how far people got in all
 * @param steps the questions that people are asked, in the survey's order
 */
public record DropOff(People people, List<Step> steps) {
    /** Copies the list. */
    public DropOff {
        steps = List.copyOf(steps);
    }

    /**
     * A question in the funnel.
     *
     * @param question the question's id
     * @param reached how many got to this question or past it
     * @param asked how many were asked it
     * @param answered how many answered it
     * @param left how many left the survey at this question
     * @param waiting how many are at this question and can still answer
     */
    public record Step(String question, int reached, int asked, int answered, int left, int waiting) {}
}
