package dev.parlance.survey.question;

import dev.parlance.survey.reading.Guess;
import dev.parlance.survey.reading.ShareMention;
import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks to share a total, such as 100 points, among options. The answer has a part for each option, such as {@code tea=50}. The
 * numbers are given in the order of the options or with their names; on a keypad, with a star between them.
 *
 * @param choice the options
 * @param total what the numbers must add up to
 */
public record SharesQuestion(ChoiceQuestion choice, int total) implements WithOptions {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.of("shares", SharesQuestion::read)
            .schema("""
                    {
                      "options": {
                        "type": "array",
                        "minItems": 2,
                        "maxItems": 20,
                        "items": {"type": ["string", "number"]},
                        "examples": [["tea", "coffee"]],
                        "description": "The options. The option tea of the question drink has the prompt drink.tea."
                      },
                      "total": {"type": "integer", "minimum": 1, "maximum": 1000000, "default": 100, "description": "The total to share among the options."}
                    }""")
            .rules("{\"required\": [\"options\"]}")
            .sentences("invalid.shares", "tooLittle", "tooMuch", "and");

    private static final int MOST_OPTIONS = 20;
    private static final int HUNDRED = 100;

    static SharesQuestion of(String id, int total, String... options) {
        return new SharesQuestion(Question.choices(id, options), total);
    }

    private static Question read(Fields fields, QuestionSettings settings) {
        List<String> options = fields.textsOrNumbers("options");
        if (options.size() < 2 || options.size() > MOST_OPTIONS) {
            fields.problem("options", "needs 2 to " + MOST_OPTIONS + " options");
        }
        int total = fields.integer("total", 1, 1_000_000, HUNDRED);
        return of(settings.id(), total, options.toArray(String[]::new)).withSettings(settings);
    }

    @Override
    public QuestionSettings settings() {
        return choice.settings();
    }

    @Override
    public Question withSettings(QuestionSettings newSettings) {
        return new SharesQuestion((ChoiceQuestion) choice.withSettings(newSettings), total);
    }

    @Override
    public QuestionKind kind() {
        return KIND;
    }

    @Override
    public AnswerType answers() {
        return new AnswerType.Shares(choice.answers().all());
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("options", choice.details().get("options"));
        if (total != HUNDRED) {
            details.put("total", total);
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

    /** "Tea 50, Coffee 50". */
    @Override
    public String display(Value value, Words words) {
        Map<String, Integer> shares = AnswerType.Shares.of(value);
        return words.joined(choice.options().stream()
                .filter(option -> shares.containsKey(option.value()))
                .map(option -> choice.label(option, words) + " " + shares.get(option.value()))
                .toList());
    }

    @Override
    public Reading read(Input input, AskContext context) {
        Optional<InputText> entered = InputText.of(input);
        if (entered.isEmpty()) {
            return unclear(context);
        }
        List<Set<String>> labels = choice.options().stream()
                .map(option -> choice.wordsFor(option, context))
                .toList();
        Guess<List<Integer>> found =
                ShareMention.read(entered.get().text(), labels, choice.keys(), context.words(), context.question(this));
        if (found.isNone()) {
            return unclear(context).explained(found.why());
        }
        List<Integer> shares = found.candidates().get(0);
        long sum = shares.stream().mapToLong(Integer::longValue).sum();
        return sum == total
                ? entered.get().reading(value(shares), found.isSure() ? 1 : 0, found.why())
                : wrongSum(sum, context).explained(found.why() + ", but the sum is wrong");
    }

    private Value value(List<Integer> shares) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            parts.add(AnswerType.Shares.part(choice.options().get(i).value(), shares.get(i)));
        }
        return new Value(parts);
    }

    /** Says how much is missing or too much. */
    private Reading.Unclear wrongSum(long sum, AskContext context) {
        Reading.Unclear unclear = unclear(context);
        Map<String, Object> values = new LinkedHashMap<>(unclear.values());
        values.put("sum", sum);
        return new Reading.Unclear(unclear.reason(), values)
                .because(sum < total ? "tooLittle" : "tooMuch", "difference", Math.abs(total - sum));
    }

    private Reading.Unclear unclear(AskContext context) {
        List<String> labels = choice.options().stream()
                .map(option -> choice.label(option, context.words()))
                .toList();
        int each = total / labels.size();
        String example = labels.stream()
                .skip(1)
                .map(label -> ", " + each)
                .collect(Collectors.joining("", Integer.toString(total - each * (labels.size() - 1)), ""));
        return new Reading.Unclear(
                "invalid.shares",
                Map.of("total", total, "options", context.words().joined(labels), "example", example));
    }

    @Override
    public ExpectedInput expects(AskContext context) {
        return ExpectedInput.keysOrSpeech(0, choice.expects(context).hints());
    }
}
