package dev.parlance.survey.question;

import dev.parlance.survey.words.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Asks to put options in order, all of them or the first few. The answer has the options' values, the first one first. On a
 * keypad, one key after the other.
 *
 * @param choice the options
 * @param count how many options to put in order; all of them if a respondent gets fewer
 */
public record RankingQuestion(ChoiceQuestion choice, int count) implements WithOptions {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.of("ranking", RankingQuestion::read)
            .schema("{" + OptionFields.several(ChoiceQuestion.MOST_OPTIONS) + "," + OptionFields.ORDER + """
                    , "most": {"type": "integer", "minimum": 2, "maximum": 100, "description": "How many options to put in order. Default: all."}}""")
            .rules(OptionFields.RULES)
            .sentences("invalid.ranking", "option.text", "option.voice", "and", "tooMany", "tooFew");

    /**
     * Checks the count.
     *
     * @throws IllegalArgumentException if there are fewer options than to put in order
     */
    public RankingQuestion {
        boolean isShared = choice.shared().isPresent();
        if (count < 1 || (!isShared && count > Math.max(1, choice.options().size()))) {
            throw new IllegalArgumentException("There are " + choice.options().size() + " options, not " + count);
        }
    }

    static RankingQuestion of(ChoiceQuestion choice) {
        return new RankingQuestion(choice, Math.max(1, choice.max()));
    }

    private static Question read(Fields fields, QuestionSettings settings) {
        ChoiceQuestion read = OptionFields.read(fields, settings, true, ChoiceQuestion.MOST_OPTIONS);
        int all = Math.max(2, read.max());
        int count = fields.integer("most", 2, ChoiceQuestion.MOST_OPTIONS, all);
        if (count > all) {
            fields.valueProblem("most", "is " + count + ", more than there are options");
        }
        ChoiceQuestion choice = OptionFields.isShuffled(fields) ? read.shuffle() : read;
        return new RankingQuestion(choice, Math.min(count, choice.max()));
    }

    /** Returns a copy that asks for the first few options only. */
    public RankingQuestion first(int few) {
        return new RankingQuestion(choice, few);
    }

    /** Returns a copy that offers the options in a random order for each respondent. */
    public RankingQuestion shuffle() {
        return new RankingQuestion(choice.shuffle(), count);
    }

    @Override
    public RankingQuestion withChoice(ChoiceQuestion newChoice) {
        return new RankingQuestion(newChoice, count);
    }

    @Override
    public QuestionKind kind() {
        return KIND;
    }

    @Override
    public AnswerType answers() {
        return new AnswerType.Ranking(
                choice.answers().all(),
                Math.min(count, choice.options().size()),
                choice.answers().refusals());
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = OptionFields.toJson(choice);
        if (count < choice.max()) {
            details.put("most", count);
        }
        return details;
    }

    @Override
    public AnswerOptions answerOptions(AskContext context) {
        return choice.answerOptions(context);
    }

    @Override
    public String display(Value value, Words words) {
        return choice.display(value, words);
    }

    @Override
    public Reading read(Input input, AskContext context) {
        int wanted = wanted(context);
        Reading asWritten = choice.read(input, context);
        Reading asList = choice.read(listed(input, context), context);
        Reading best = isExact(asWritten, wanted) || !isExact(asList, wanted) ? asWritten : asList;
        if (best instanceof Reading.Understood understood) {
            return ranked(understood, wanted, context);
        }
        if (best instanceof Reading.Likely likely) {
            List<Value> whole = likely.candidates().stream()
                    .filter(value -> isWhole(value, wanted))
                    .toList();
            return whole.isEmpty() ? unclear(context).explained(likely.why()) : new Reading.Likely(whole, likely.why());
        }
        Reading.Unclear unclear = (Reading.Unclear) best;
        return unclear(context).explained(unclear.why());
    }

    /** How many options this respondent puts in order. */
    private int wanted(AskContext context) {
        return Math.min(count, choice.offered(context).combinable().size());
    }

    private boolean isExact(Reading reading, int wanted) {
        return reading.certainty() == 1
                && reading instanceof Reading.Understood understood
                && isWhole(understood.value(), wanted);
    }

    /** Whether it has as many options as wanted, or is an answer alone, such as "don't know". */
    private boolean isWhole(Value value, int wanted) {
        return value.parts().size() == wanted
                || choice.withValue(value.parts().get(0))
                        .filter(Option::isAlone)
                        .isPresent();
    }

    /** An order among other words is said back: "tea after coffee" names the second one first. */
    private Reading ranked(Reading.Understood read, int wanted, AskContext context) {
        if (!isWhole(read.value(), wanted)) {
            boolean isMore = read.value().parts().size() > wanted;
            return unclear(context)
                    .because(isMore ? "tooMany" : "tooFew", isMore ? "most" : "least", wanted)
                    .explained(read.why());
        }
        return read.certainty() == 1 ? read : new Reading.Likely(List.of(read.value()), read.why());
    }

    private Input listed(Input input, AskContext context) {
        boolean isDigitEach = choice.offered(context).digits() == 1;
        if (input instanceof Input.Text text) {
            return Input.text(RankingText.listed(text.body(), context.words(), isDigitEach));
        }
        return input instanceof Input.Speech speech
                ? Input.speech(RankingText.listed(speech.words(), context.words(), isDigitEach), speech.confidence())
                : input;
    }

    private Reading.Unclear unclear(AskContext context) {
        OfferedOptions offered = choice.offered(context);
        List<Option> options = offered.combinable();
        int wanted = wanted(context);
        // The example starts with the second option, so that it shows an order.
        String example = IntStream.range(0, wanted)
                .map(place -> place > 1 || options.size() < 2 ? place : 1 - place)
                .mapToObj(place -> Integer.toString(offered.key(offered.all().indexOf(options.get(place)))))
                .collect(Collectors.joining(", "));
        return new Reading.Unclear("invalid.ranking", Map.of("count", wanted, "example", example));
    }

    @Override
    public ExpectedInput expects(AskContext context) {
        ExpectedInput chosen = choice.expects(context);
        int keys = choice.offered(context).digits() == 1 ? wanted(context) : 0;
        return ExpectedInput.keysOrSpeech(keys, chosen.hints());
    }
}
