package dev.parlance.survey.definition;

import dev.parlance.Problem;
import dev.parlance.prompt.Prompts;
import dev.parlance.survey.words.Words;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The checks of a survey that was read or built.
 *
 * @param first the check that found no problem
 * @param place adds the location to each problem
 */
record LoadedReviews(
        SurveyBuilder survey,
        Prompts prompts,
        Map<String, Words> words,
        SurveyCheck first,
        UnaryOperator<Problem> place)
        implements Reviews {
    @Override
    public List<Problem> warnings() {
        return located(first.warnings());
    }

    @Override
    public List<Problem> problemsWith(Collection<Survey> others) {
        return located(new SurveyCheck(survey, prompts, words, List.of(), others).problems());
    }

    private List<Problem> located(List<Problem> problems) {
        return problems.stream().map(place).sorted(ProblemList.BY_LINE).toList();
    }
}
