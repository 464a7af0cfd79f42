package dev.parlance.survey.question;

import dev.parlance.survey.reading.Guess;
import dev.parlance.survey.reading.ShareMention;
import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks to share a total, such as 100 points, among options. The answer has a part for each option, such as {@code tea=50}. The
 * numbers are given in the order of the options or with their names; on a keypad, with a star between them.
 *
 * @param choice the options
 * @param total what the numbers must add up to
 */
public record SharesQuestion(ChoiceQuestion choice, int total) implements WithOptions {
    private static final int MOST_OPTIONS = 20;

    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.of("shares", SharesQuestion::read)
            .schema("{" + OptionFields.several(MOST_OPTIONS) + """
                    , "order": {"enum": ["given"], "default": "given", "description": "The order of the options."},
                    "total": {"type": "integer", "minimum": 1, "maximum": 1000000, "default": 100, "description": "The total to share among the options."}}""")
            .rules(OptionFields.RULES)
            .sentences(
                    "invalid.shares",
                    "invalid.number",
                    "tooLittle",
                    "tooMuch",
                    "tooLow",
                    "tooHigh",
                    "tooPrecise",
                    "and",
                    "share");

    private static final int HUNDRED = 100;

    private static Question read(Fields fields, QuestionSettings settings) {
        ChoiceQuestion choice = OptionFields.read(fields, settings, true, MOST_OPTIONS);
        if (OptionFields.isShuffled(fields)) {
            fields.problem("order", "is \"random\", but the numbers are given in the order of the options");
        }
        return new SharesQuestion(choice, fields.integer("total", 1, 1_000_000, HUNDRED));
    }

    @Override
    public SharesQuestion withChoice(ChoiceQuestion newChoice) {
        return new SharesQuestion(newChoice, total);
    }

    @Override
    public QuestionKind kind() {
        return KIND;
    }

    @Override
    public AnswerType answers() {
        return new AnswerType.Shares(choice.answers().all(), choice.answers().refusals());
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = OptionFields.toJson(choice);
        if (total != HUNDRED) {
            details.put("total", total);
        }
        return details;
    }

    /** Asks what "other" is if it has a share. */
    @Override
    public Optional<Question> followUp(Value answer) {
        Map<String, Integer> shares = AnswerType.Shares.of(answer);
        return answer.specified().isPresent()
                ? Optional.empty()
                : choice.options().stream()
                        .filter(option -> option.is(Option.Trait.SPECIFY))
                        .filter(option -> shares.getOrDefault(option.value(), 0) > 0)
                        .findFirst()
                        .map(choice::toSpecify);
    }

    /** "Tea 50, Coffee 50". */
    @Override
    public String display(Value value, Words words) {
        Map<String, Integer> shares = AnswerType.Shares.of(value);
        return shares.isEmpty()
                ? choice.display(value, words)
                : words.joined(choice.options().stream()
                        .filter(option -> shares.containsKey(option.value()))
                        .map(option -> choice.display(option, value, words) + " " + shares.get(option.value()))
                        .toList());
    }

    /** The options that a respondent shares the total among, in order: the value of the placeholder <code>{options}</code>. */
    public String listed(AskContext context) {
        OptionWords words = new OptionWords(choice, context);
        return context.words()
                .joined(choice.offered(context).combinable().stream()
                        .map(words::label)
                        .toList());
    }

    @Override
    public Reading read(Input input, AskContext context) {
        Optional<Reading> alone = alone(input, context);
        Optional<InputText> entered = InputText.of(input);
        if (alone.isPresent() || entered.isEmpty()) {
            return alone.orElseGet(() -> unclear(context));
        }
        OfferedOptions offered = choice.offered(context);
        List<Option> options = offered.combinable();
        OptionWords words = new OptionWords(choice, context);
        List<Integer> keys = options.stream()
                .map(option -> offered.key(offered.all().indexOf(option)))
                .toList();
        Guess<List<Integer>> found = ShareMention.read(
                entered.get().text(),
                options.stream().map(words::of).toList(),
                keys,
                context.words(),
                context.question(this));
        if (found.isNone()) {
            return unclear(context).explained(found.why());
        }
        List<Integer> shares = found.candidates().get(0);
        long sum = shares.stream().mapToLong(Integer::longValue).sum();
        return sum == total
                ? entered.get().reading(value(options, shares, words), found.isSure() ? 1 : 0, found.why())
                : wrongSum(sum, context).explained(found.why() + ", but the sum is wrong");
    }

    /** An option that is an answer alone, such as "don't know". */
    private Optional<Reading> alone(Input input, AskContext context) {
        if (choice.options().stream().noneMatch(Option::isAlone)) {
            return Optional.empty();
        }
        Reading chosen = choice.read(input, context);
        return chosen instanceof Reading.Understood understood
                        && choice.withValue(understood.value().parts().get(0))
                                .filter(Option::isAlone)
                                .isPresent()
                ? Optional.of(chosen)
                : Optional.empty();
    }

    private static Value value(List<Option> options, List<Integer> shares, OptionWords words) {
        List<String> parts = new ArrayList<>();
        Optional<String> specified = Optional.empty();
        for (int i = 0; i < shares.size(); i++) {
            Option option = options.get(i);
            parts.add(AnswerType.Shares.part(option.value(), shares.get(i)));
            specified = shares.get(i) > 0 ? specified.or(() -> words.specified(option)) : specified;
        }
        Value value = new Value(parts);
        return specified.map(value::withSpecified).orElse(value);
    }

    /** How much one option gets of what is left. The last option gets the rest without a question. */
    @Override
    public Optional<Part> nextPart(Value soFar, AskContext context) {
        List<Option> options = choice.offered(context).combinable();
        int place = soFar.parts().size();
        if (soFar.isRefusal() || place >= options.size()) {
            return Optional.empty();
        }
        int left = left(soFar);
        OptionWords words = new OptionWords(choice, context);
        Question share =
                NumberQuestion.of(choice.id(), 0, left).withSettings(settings().ofPart());
        return Optional.of(new Part(
                share,
                "share",
                Map.of("label", words.label(options.get(place)), "left", Integer.toString(left)),
                words.recordings(options.get(place))));
    }

    private int left(Value soFar) {
        return total
                - AnswerType.Shares.of(soFar).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
    }

    @Override
    public Value withPart(Value soFar, Value part, AskContext context) {
        List<Option> options = choice.offered(context).combinable();
        Value value = soFar;
        int share = part.number().orElseThrow().intValueExact();
        do {
            value = value.and(
                    AnswerType.Shares.part(options.get(value.parts().size()).value(), share));
            share = left(value);
        } while (value.parts().size() == options.size() - 1);
        return value;
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
        int count = Math.max(1, choice.offered(context).combinable().size());
        int each = total / count;
        String example = Integer.toString(total - each * (count - 1)) + (", " + each).repeat(count - 1);
        return new Reading.Unclear(
                "invalid.shares", Map.of("total", total, "options", listed(context), "example", example));
    }

    @Override
    public ExpectedInput expects(AskContext context) {
        return ExpectedInput.keysOrSpeech(0, choice.expects(context).hints());
    }
}
