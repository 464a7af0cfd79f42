package dev.parlance.survey.analysis;

import dev.parlance.Problem;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.index.AnswerCode;
import dev.parlance.survey.index.DispositionCode;
import dev.parlance.survey.index.Field;
import dev.parlance.survey.index.IndexedQuestion;
import dev.parlance.survey.index.Seconds;
import dev.parlance.survey.index.Shape;
import dev.parlance.survey.index.Snapshot;
import dev.parlance.survey.session.Disposition;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** What a filter tests in the columns of a snapshot. */
final class FilterTests {
    private final Snapshot snapshot;
    private final List<Selection.Narrowing> tests = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private FilterTests(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /**
     * The tests of a filter.
     *
     * @throws SurveyException if a question does not exist, or has no fixed set of answers
     */
    static List<Selection.Narrowing> of(ResultFilter filter, ZoneId zone, Snapshot snapshot) {
        FilterTests tests = new FilterTests(snapshot);
        tests.addAll(filter, zone);
        if (!tests.problems.isEmpty()) {
            throw ResultFilter.invalid(tests.problems);
        }
        return tests.tests;
    }

    private void addAll(ResultFilter filter, ZoneId zone) {
        filter.from().ifPresent(day -> {
            int begin = Seconds.of(ResultFilter.begin(day, zone));
            add(Field.CONTACTED, time -> time >= begin);
        });
        filter.until().ifPresent(day -> {
            int end = Seconds.of(ResultFilter.begin(day.plusDays(1), zone));
            add(Field.CONTACTED, time -> time > 0 && time < end);
        });
        addNames(Field.LANGUAGE, filter.languages(), snapshot::language);
        addNames(Field.CHANNEL, filter.channels(), snapshot::channel);
        if (!filter.waves().isEmpty()) {
            add(Field.WAVE, filter.waves()::contains);
        }
        Set<Disposition> dispositions = filter.dispositions();
        if (!dispositions.isEmpty()) {
            add(
                    Field.DISPOSITION,
                    code -> dispositions.contains(DispositionCode.all().get(code)));
        }
        filter.arms().forEach((id, arms) -> addAnswer("arm." + id, id, arms));
        filter.answers().forEach((id, answers) -> addAnswer("answer." + id, id, answers));
    }

    private void add(Field field, IntPredicate accepts) {
        tests.add(Selection.byCode(field.column(), accepts));
    }

    private void addNames(Field field, Set<String> names, IntFunction<String> nameOf) {
        if (!names.isEmpty()) {
            add(field, new CodeSet(code -> names.contains(nameOf.apply(code)))::contains);
        }
    }

    private void addAnswer(String parameter, String id, Set<String> answers) {
        Optional<IndexedQuestion> found = snapshot.question(id);
        if (found.isEmpty()) {
            problems.add(new Problem("", 0, parameter, "filters by the question \"" + id + "\", which does not exist"));
            return;
        }
        IndexedQuestion question = found.get();
        if (!question.shape().isFixed()) {
            problems.add(new Problem(
                    "", 0, parameter, "filters by the question \"" + id + "\", which has no fixed set of answers"));
            return;
        }
        Set<String> known = question.known();
        answers.stream()
                .filter(answer -> !known.contains(answer))
                .forEach(answer -> problems.add(new Problem(
                        "", 0, parameter, "is \"" + answer + "\", which is not one of the answers " + known)));
        tests.add(withAnswer(question, answers));
    }

    /** Selects the rows that have one of these answers in any round. */
    private static Selection.Narrowing withAnswer(IndexedQuestion question, Set<String> answers) {
        CodeSet wanted = new CodeSet(code -> code >= AnswerCode.FIRST_VALUE && answers.contains(question.value(code)));
        int least = question.shape() == Shape.SHARES ? 2 : 1;
        return (chunk, rows) -> {
            boolean[] has = new boolean[Snapshot.CHUNK_ROWS];
            int[] codes = new int[Snapshot.CHUNK_ROWS];
            for (IndexedQuestion.Round round : question.rounds()) {
                chunk.read(round.main(), codes);
                for (int row : rows) {
                    has[row] |= wanted.contains(codes[row]);
                }
                for (int i = 0; i < round.parts().size(); i++) {
                    if (round.parts().get(i) >= 0
                            && answers.contains(question.options().get(i))) {
                        chunk.read(round.parts().get(i), codes);
                        for (int row : rows) {
                            has[row] |= codes[row] >= least;
                        }
                    }
                }
            }
            return Selection.where(rows, row -> has[row]);
        };
    }
}
