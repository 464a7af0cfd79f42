package dev.parlance.survey.definition;

import dev.parlance.survey.compute.Computation;
import dev.parlance.survey.compute.SetValue;
import dev.parlance.survey.question.Assignment;
import dev.parlance.survey.question.ChoiceQuestion;
import dev.parlance.survey.question.ConsentQuestion;
import dev.parlance.survey.question.DateQuestion;
import dev.parlance.survey.question.DateRangeQuestion;
import dev.parlance.survey.question.EmailQuestion;
import dev.parlance.survey.question.LocationQuestion;
import dev.parlance.survey.question.Matrix;
import dev.parlance.survey.question.MediaQuestion;
import dev.parlance.survey.question.MonthQuestion;
import dev.parlance.survey.question.NumberQuestion;
import dev.parlance.survey.question.PhoneQuestion;
import dev.parlance.survey.question.QuestionKind;
import dev.parlance.survey.question.RankingQuestion;
import dev.parlance.survey.question.Request;
import dev.parlance.survey.question.Result;
import dev.parlance.survey.question.SharesQuestion;
import dev.parlance.survey.question.Statement;
import dev.parlance.survey.question.TextQuestion;
import dev.parlance.survey.question.TimeQuestion;
import dev.parlance.survey.question.Wait;
import dev.parlance.survey.question.YearQuestion;
import dev.parlance.survey.question.YesNoQuestion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The question kinds that a survey can use, by name: the library's and the application's. */
final class Kinds {
    static final Kinds STANDARD = new Kinds(Map.of())
            .and(List.of(
                    TextQuestion.KIND,
                    NumberQuestion.NUMBER_KIND,
                    NumberQuestion.RATING_KIND,
                    NumberQuestion.NPS_KIND,
                    ChoiceQuestion.CHOICE,
                    ChoiceQuestion.CHOICES,
                    RankingQuestion.KIND,
                    SharesQuestion.KIND,
                    Matrix.KIND,
                    YesNoQuestion.KIND,
                    ConsentQuestion.KIND,
                    DateQuestion.KIND,
                    DateRangeQuestion.KIND,
                    MonthQuestion.KIND,
                    YearQuestion.KIND,
                    TimeQuestion.KIND,
                    PhoneQuestion.KIND,
                    EmailQuestion.KIND,
                    LocationQuestion.KIND,
                    MediaQuestion.KIND,
                    Statement.KIND,
                    Computation.KIND,
                    SetValue.KIND,
                    Assignment.KIND,
                    Wait.KIND,
                    Request.KIND,
                    Result.KIND));

    private final Map<String, QuestionKind> byName;

    private Kinds(Map<String, QuestionKind> byName) {
        this.byName = byName;
    }

    /** Returns a copy with more kinds. */
    Kinds and(Collection<QuestionKind> more) {
        Map<String, QuestionKind> all = new TreeMap<>(byName);
        for (QuestionKind kind : more) {
            QuestionKind other = all.putIfAbsent(kind.name(), kind);
            if (other != null && !other.equals(kind)) {
                throw new SurveyException("A question kind named \"" + kind.name() + "\" already exists");
            }
        }
        return new Kinds(all);
    }

    Optional<QuestionKind> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Set<String> names() {
        return byName.keySet();
    }

    Collection<QuestionKind> all() {
        return byName.values();
    }
}
