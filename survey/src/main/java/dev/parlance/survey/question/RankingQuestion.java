package dev.parlance.survey.question;

import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Asks to put options in order, all of them or the first few. The answer has the options' values, the first one first. On a
 * keypad, one key after the other.
 *
 * @param choice the options
 * @param count how many options to put in order
 */
public record RankingQuestion(ChoiceQuestion choice, int count) implements WithOptions {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.of("ranking", RankingQuestion::read)
            .schema("""
                    {
                      "options": {
                        "type": "array",
                        "minItems": 2,
                        "maxItems": 100,
                        "items": {"type": ["string", "number"]},
                        "examples": [["tea", "coffee"]],
                        "description": "The options. The option tea of the question drink has the prompt drink.tea."
                      },
                      "most": {"type": "integer", "minimum": 2, "maximum": 100, "description": "How many options to put in order. Default: all."},
                      "order": {"enum": ["given", "random"], "default": "given", "description": "The order in which the options are offered."}
                    }""")
            .rules("{\"required\": [\"options\"]}")
            .sentences("invalid.ranking", "option.text", "option.voice", "and", "tooMany", "tooFew");

    /** A text or a keypad can name any of nine options with one digit. */
    private static final int ONE_DIGIT = 9;

    private static final int MOST_OPTIONS = 100;

    /**
     * Checks the count.
     *
     * @throws IllegalArgumentException if there are fewer options than to put in order
     */
    public RankingQuestion {
        if (count < 1 || count > Math.max(1, choice.options().size())) {
            throw new IllegalArgumentException("There are " + choice.options().size() + " options, not " + count);
        }
    }

    static RankingQuestion of(String id, String... options) {
        return new RankingQuestion(Question.choices(id, options), Math.max(1, options.length));
    }

    private static Question read(Fields fields, QuestionSettings settings) {
        List<String> options = fields.textsOrNumbers("options");
        if (options.size() < 2 || options.size() > MOST_OPTIONS) {
            fields.problem("options", "needs 2 to " + MOST_OPTIONS + " options");
        }
        int count = fields.integer("most", 2, MOST_OPTIONS, Math.max(2, options.size()));
        if (count > Math.max(2, options.size())) {
            fields.valueProblem("most", "is " + count + ", more than there are options");
        }
        RankingQuestion ranking =
                of(settings.id(), options.toArray(String[]::new)).first(Math.min(count, Math.max(1, options.size())));
        boolean isShuffled = fields.oneOf("order", "given", "random").equals("random");
        return (isShuffled ? ranking.shuffle() : ranking).withSettings(settings);
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
    public QuestionSettings settings() {
        return choice.settings();
    }

    @Override
    public Question withSettings(QuestionSettings newSettings) {
        return new RankingQuestion((ChoiceQuestion) choice.withSettings(newSettings), count);
    }

    @Override
    public QuestionKind kind() {
        return KIND;
    }

    @Override
    public AnswerType answers() {
        return new AnswerType.Ranking(choice.answers().all(), count);
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("options", choice.details().get("options"));
        if (count < choice.options().size()) {
            details.put("most", count);
        }
        if (choice.shuffled()) {
            details.put("order", "random");
        }
        return details;
    }

    @Override
    public void check(Collection<Words> languages, ProblemCollector problems, ProblemCollector warnings) {
        choice.check(languages, problems, warnings);
    }

    @Override
    public List<String> promptKeys() {
        return choice.promptKeys();
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
        Reading asWritten = choice.read(input, context);
        Reading asList = choice.read(listed(input, context.words()), context);
        Reading best = isExact(asWritten) || !isExact(asList) ? asWritten : asList;
        if (best instanceof Reading.Understood understood) {
            return ranked(understood, context);
        }
        if (best instanceof Reading.Likely likely) {
            List<Value> whole = likely.candidates().stream()
                    .filter(value -> value.parts().size() == count)
                    .toList();
            return whole.isEmpty() ? unclear(context).explained(likely.why()) : new Reading.Likely(whole, likely.why());
        }
        Reading.Unclear unclear = (Reading.Unclear) best;
        return unclear(context).explained(unclear.why());
    }

    private boolean isExact(Reading reading) {
        return reading.certainty() == 1
                && reading instanceof Reading.Understood understood
                && understood.value().parts().size() == count;
    }

    /** An order among other words is said back: "tea after coffee" names the second one first. */
    private Reading ranked(Reading.Understood read, AskContext context) {
        int found = read.value().parts().size();
        if (found != count) {
            boolean isMore = found > count;
            return unclear(context)
                    .because(isMore ? "tooMany" : "tooFew", isMore ? "most" : "least", count)
                    .explained(read.why());
        }
        return read.certainty() == 1 ? read : new Reading.Likely(List.of(read.value()), read.why());
    }

    private Input listed(Input input, Words words) {
        boolean isDigitEach = choice.options().size() <= ONE_DIGIT;
        if (input instanceof Input.Text text) {
            return Input.text(RankingText.listed(text.body(), words, isDigitEach));
        }
        return input instanceof Input.Speech speech
                ? Input.speech(RankingText.listed(speech.words(), words, isDigitEach), speech.confidence())
                : input;
    }

    private Reading.Unclear unclear(AskContext context) {
        List<AnswerOption> offered = choice.answerOptions(context).all();
        List<String> keys = new ArrayList<>();
        // The example starts with the second option, so that it shows an order.
        IntStream.range(0, count)
                .forEach(place ->
                        keys.add(offered.get(place > 1 ? place : 1 - place).key()));
        String example = keys.stream().collect(Collectors.joining(", "));
        return new Reading.Unclear("invalid.ranking", Map.of("count", count, "example", example));
    }

    @Override
    public ExpectedInput expects(AskContext context) {
        ExpectedInput chosen = choice.expects(context);
        int keys = choice.options().size() <= ONE_DIGIT ? count : 0;
        return ExpectedInput.keysOrSpeech(keys, chosen.hints());
    }
}
