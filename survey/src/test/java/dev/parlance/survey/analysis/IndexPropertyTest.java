package dev.parlance.survey.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.Address;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.state.PersonHash;
import dev.parlance.survey.state.SessionState;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures of the index equal those computed straight from the sessions, whatever changes, restarts and deletions came before. */
class IndexPropertyTest {
    private static final int PEOPLE = 1_100;
    private static final int CHANGES = 150;

    private final Runs runs = new Runs(EveryForm.CURRENT);
    /** The runs of each person that are stored, by number. */
    private final Map<String, TreeMap<Integer, SessionState>> stored = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void figures_equal_those_computed_from_the_sessions(long seed) {
        Random random = new Random(seed);
        GeneratedRuns generated = new GeneratedRuns(seed);
        for (int i = 0; i < PEOPLE; i++) {
            save(generated, "+1500555" + (1_000 + i), 1);
        }
        assertEqual(random);

        for (int i = 0; i < CHANGES; i++) {
            change(random, generated, "+1500555" + (1_000 + random.nextInt(PEOPLE + 20)));
        }
        assertEqual(random);
    }

    private void save(GeneratedRuns generated, String person, int number) {
        Runs.Run run = generated.run(runs, person, number);
        run.save();
        stored.computeIfAbsent(person, any -> new TreeMap<>()).put(number, run.session());
    }

    private void change(Random random, GeneratedRuns generated, String person) {
        TreeMap<Integer, SessionState> known = stored.getOrDefault(person, new TreeMap<>());
        int last = known.isEmpty() ? 1 : known.lastKey();
        switch (random.nextInt(5)) {
            case 0 -> {
                runs.store.forget(PersonHash.of(Address.of(person)));
                stored.remove(person);
            }
            case 1, 2 -> {
                if (!known.isEmpty()) {
                    runs.saveAsEarlier(known.get(last));
                }
                save(generated, person, known.isEmpty() ? 1 : last + 1);
            }
            default -> save(generated, person, last);
        }
    }

    private List<SessionState> matching(ResultFilter filter) {
        return stored.values().stream()
                .flatMap(all -> all.values().stream())
                .filter(session -> filter.matches(session, ZoneOffset.UTC))
                .toList();
    }

    private void assertEqual(Random random) {
        LocalDate day = LocalDate.parse("2026-11-25");
        ResultFilter some = ResultFilter.ALL;
        for (ResultFilter filter : List.of(
                some,
                some.withLanguage("es"),
                some.withLanguage("fr"),
                some.withChannel("voice").withChannel("text"),
                some.from(day),
                some.until(day).withWave(1),
                some.withDisposition(Disposition.COMPLETED).from(day).until(day.plusDays(random.nextInt(9))),
                some.withArm("arm", "short").withLanguage("en"),
                some.withAnswer("agree", "yes").withAnswer("drink", "tea").withAnswer("drink", "water"),
                some.withAnswer("drink", "dontknow"),
                some.withAnswer("tried", "juice"),
                some.withAnswer("budget", "coffee"),
                some.withAnswer("old", "tea"),
                some.withAnswer("fresh", "yes").withAnswer("stars", "3"))) {
            assertEqual(runs.matching(filter), new PlainFigures(matching(filter), runs::revision));
        }
    }

    private static void assertEqual(Analysis analysis, PlainFigures plain) {
        Overview overview = analysis.overview();
        assertThat(overview.people()).isEqualTo(plain.people());
        assertThat(overview.time().map(time -> time.median()))
                .isEqualTo(plain.medianTime().map(seconds -> Duration.ofSeconds(Math.round(seconds))));
        Map<LocalDate, Integer> invited = new TreeMap<>();
        analysis.days().stream()
                .filter(period -> period.invited() > 0)
                .forEach(period -> invited.put(period.begin().toLocalDate(), period.invited()));
        assertThat(invited).isEqualTo(plain.invited());
        analysis.questions().forEach(question -> assertEqual(question, plain));
        analysis.dropOff()
                .steps()
                .forEach(step -> assertThat(step.left()).as(step.question()).isEqualTo(plain.left(step.question())));
        assertEqual(analysis.crossTable("drink", "agree"), plain);
        assertEqual(analysis.crossTable("tried", "order"), plain);
        Map<String, Integer> missed = new TreeMap<>();
        analysis.misunderstood()
                .rows()
                .forEach(row -> missed.put(
                        row.question() + " " + row.language() + " " + row.channel() + " " + row.reply(), row.count()));
        assertThat(missed).isEqualTo(plain.missed());
    }

    private static void assertEqual(QuestionFigures question, PlainFigures plain) {
        String id = question.id();
        assertThat(question.responses().answered()).as(id).isEqualTo(plain.answered(id));
        assertThat(question.responses().unanswered()).as(id).isEqualTo(plain.unanswered(id));
        if (question.answers() instanceof AnswerFigures.Choices choices) {
            Map<String, Integer> counts = new TreeMap<>();
            choices.values().stream()
                    .filter(value -> value.count() > 0)
                    .forEach(value -> counts.put(value.value(), value.count()));
            assertThat(counts).as(id).isEqualTo(plain.values(id));
            choices.numbers().ifPresent(numbers -> assertEqual(numbers, plain.numbers(id)));
        } else if (question.answers() instanceof AnswerFigures.Numbers numbers) {
            numbers.statistics().ifPresent(statistics -> assertEqual(statistics, plain.numbers(id)));
            assertThat(numbers.histogram().stream()
                            .mapToInt(AnswerFigures.Bin::count)
                            .sum())
                    .isEqualTo(plain.numbers(id).size());
        } else if (question.answers() instanceof AnswerFigures.Rankings rankings) {
            rankings.options()
                    .forEach(option -> option.meanRank()
                            .ifPresent(numbers -> assertEqual(numbers, plain.parts(id, option.option()))));
        } else if (question.answers() instanceof AnswerFigures.Shares shares) {
            shares.options()
                    .forEach(option -> option.parts()
                            .ifPresent(numbers -> assertEqual(numbers, plain.parts(id, option.option()))));
        } else if (question.answers() instanceof AnswerFigures.Dates dates) {
            assertThat(dates.periods().stream().mapToInt(ValueCount::count).sum())
                    .as(id)
                    .isEqualTo(plain.answered(id));
        }
    }

    private static void assertEqual(NumberStatistics statistics, List<Double> numbers) {
        assertThat(statistics.count()).as(statistics.toString()).isEqualTo(numbers.size());
        double mean =
                numbers.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        assertThat(statistics.mean().doubleValue()).isBetween(mean - 0.0051, mean + 0.0051);
        double middle = (numbers.get((numbers.size() - 1) / 2) + numbers.get(numbers.size() / 2)) / 2;
        assertThat(statistics.quartiles().median().doubleValue()).isBetween(middle - 0.0051, middle + 0.0051);
    }

    private static void assertEqual(CrossTable table, PlainFigures plain) {
        for (int i = 0; i < table.rowTotals().size(); i++) {
            for (int j = 0; j < table.columnTotals().size(); j++) {
                assertThat(table.cells().get(i).get(j).count())
                        .isEqualTo(plain.pairs(
                                table.rows(),
                                table.rowTotals().get(i).value(),
                                table.columns(),
                                table.columnTotals().get(j).value()));
            }
        }
    }
}
