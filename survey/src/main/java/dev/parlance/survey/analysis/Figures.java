package dev.parlance.survey.analysis;

import dev.parlance.survey.index.AnswerCode;
import dev.parlance.survey.index.IndexedQuestion;
import dev.parlance.survey.index.Shape;
import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the figures of a question from its counts. */
final class Figures {
    private static final int PROMOTER = 9;
    private static final int DETRACTOR = 6;

    private final QuestionCounter counter;
    private final IndexedQuestion question;
    private final ResponseCounts responses;

    private Figures(QuestionCounter counter) {
        this.counter = counter;
        this.question = counter.question();
        this.responses = counter.responses();
    }

    static QuestionFigures of(QuestionCounter counter) {
        Figures figures = new Figures(counter);
        IndexedQuestion question = counter.question();
        return new QuestionFigures(
                question.id(),
                question.question().kind().name(),
                question.isCurrent(),
                figures.responses,
                figures.answers());
    }

    /** The net promoter score, if the question has one and there are answers. */
    static Optional<NetPromoterScore> nps(QuestionCounter counter) {
        return new Figures(counter).nps();
    }

    /** Whether a question has a net promoter score. */
    static boolean hasScore(IndexedQuestion question) {
        return question.shape() == Shape.VALUE
                && question.question().answers() instanceof AnswerType.Numbers numbers
                && numbers.promoters();
    }

    private AnswerFigures answers() {
        return switch (question.shape()) {
            case VALUE -> new AnswerFigures.Choices(values(), false, refusals(), numbers(), nps());
            case SEVERAL -> new AnswerFigures.Choices(options(), true, refusals(), Optional.empty(), Optional.empty());
            case RANKING -> new AnswerFigures.Rankings(rankedOptions(), refusals());
            case SHARES -> new AnswerFigures.Shares(sharedOptions(), refusals());
            case NUMBER -> {
                Numbers numbers = Numbers.of(given());
                yield new AnswerFigures.Numbers(numbers.statistics(), Histogram.of(numbers));
            }
            case DATE, MONTH, YEAR, TIME -> DateFigures.of(question.shape(), byValue(), responses.answered());
            case PLACE -> new AnswerFigures.Places(places());
            case OPEN -> new AnswerFigures.Uncounted();
        };
    }

    /** How often each answer was given that is no refusal. */
    private Map<String, Integer> byValue() {
        Map<String, Integer> counts = new HashMap<>();
        counter.main().forEach(code -> {
            if (code >= AnswerCode.FIRST_VALUE && !question.isRefusal(code)) {
                counts.put(question.value(code), counter.main().of(code));
            }
        });
        return counts;
    }

    /** All possible answers in order, then those that only older revisions have. */
    private Map<String, Integer> allValues() {
        Map<String, Integer> all = new LinkedHashMap<>();
        AnswerType type = question.question().answers();
        type.all().stream().filter(value -> !type.refusals().contains(value)).forEach(value -> all.put(value, 0));
        new TreeMap<>(byValue()).forEach(all::put);
        return all;
    }

    private List<ValueCount> values() {
        List<ValueCount> values = new ArrayList<>();
        allValues().forEach((value, count) -> values.add(ValueCount.of(value, count, responses.answered())));
        return values;
    }

    private Map<String, Integer> refusals() {
        Map<String, Integer> refusals = new TreeMap<>();
        counter.main().forEach(code -> {
            if (code >= AnswerCode.FIRST_VALUE && question.isRefusal(code)) {
                refusals.put(question.value(code), counter.main().of(code));
            }
        });
        return refusals;
    }

    private List<ValueCount> options() {
        List<ValueCount> options = new ArrayList<>();
        for (int i = 0; i < question.options().size(); i++) {
            options.add(ValueCount.of(
                    question.options().get(i), counter.parts().get(i).of(1), responses.answered()));
        }
        return options;
    }

    private List<AnswerFigures.RankedOption> rankedOptions() {
        List<AnswerFigures.RankedOption> options = new ArrayList<>();
        for (int i = 0; i < question.options().size(); i++) {
            Counts places = counter.parts().get(i);
            Numbers numbers = partsOf(places, 0);
            options.add(new AnswerFigures.RankedOption(
                    question.options().get(i), numbers.count(), places.of(1), numbers.statistics()));
        }
        return options;
    }

    private List<AnswerFigures.SharedOption> sharedOptions() {
        List<AnswerFigures.SharedOption> options = new ArrayList<>();
        for (int i = 0; i < question.options().size(); i++) {
            Counts shares = counter.parts().get(i);
            long[] sum = new long[1];
            shares.forEach(code -> sum[0] += code == 0 ? 0 : (code - 1L) * shares.of(code));
            options.add(new AnswerFigures.SharedOption(
                    question.options().get(i), sum[0], partsOf(shares, 1).statistics()));
        }
        return options;
    }

    /** The numbers of an option's column: the codes from 1 on, minus an offset. */
    private static Numbers partsOf(Counts counts, int offset) {
        List<Numbers.Given> given = new ArrayList<>();
        counts.forEach(code -> {
            if (code > 0) {
                given.add(new Numbers.Given(code - offset, counts.of(code)));
            }
        });
        return Numbers.of(given);
    }

    private List<Numbers.Given> given() {
        List<Numbers.Given> given = new ArrayList<>();
        counter.main().forEach(code -> {
            if (code >= AnswerCode.FIRST_VALUE) {
                given.add(new Numbers.Given(
                        question.numberOf(code), counter.main().of(code)));
            }
        });
        return given;
    }

    private Optional<NumberStatistics> numbers() {
        if (!question.question().answers().isNumber()) {
            return Optional.empty();
        }
        List<Numbers.Given> given = new ArrayList<>();
        byValue()
                .forEach((value, count) -> Value.of(value)
                        .number()
                        .map(BigDecimal::doubleValue)
                        .ifPresent(number -> given.add(new Numbers.Given(number, count))));
        return Numbers.of(given).statistics();
    }

    private Optional<NetPromoterScore> nps() {
        int[] groups = new int[3];
        if (hasScore(question)) {
            byValue().forEach((value, count) -> {
                int number = Integer.parseInt(value);
                groups[number >= PROMOTER ? 0 : number > DETRACTOR ? 1 : 2] += count;
            });
        }
        return groups[0] + groups[1] + groups[2] == 0
                ? Optional.empty()
                : Optional.of(NetPromoterScore.of(groups[0], groups[1], groups[2]));
    }

    private List<AnswerFigures.Place> places() {
        List<AnswerFigures.Place> places = new ArrayList<>();
        new TreeMap<>(byValue()).forEach((place, count) -> {
            int comma = place.indexOf(',');
            places.add(new AnswerFigures.Place(
                    Double.parseDouble(place.substring(0, comma)),
                    Double.parseDouble(place.substring(comma + 1)),
                    count));
        });
        places.sort((one, other) -> Integer.compare(other.count(), one.count()));
        return places;
    }
}
