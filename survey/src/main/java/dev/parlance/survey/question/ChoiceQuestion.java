package dev.parlance.survey.question;

import dev.parlance.prompt.Language;
import dev.parlance.survey.words.TextNormalizer;
import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A question with options, chosen by number, key, name or synonym. The option {@code tea} of the question {@code drink} has the
 * prompt {@code drink.tea}; synonyms are listed in {@code drink.tea.also}, separated by commas. An answer has the values of the
 * chosen options.
 *
 * @param settings the settings common to all questions
 * @param options the options
 * @param min the fewest options in an answer
 * @param max the most options in an answer
 * @param shuffled whether each respondent gets the options in a different random order
 */
public record ChoiceQuestion(QuestionSettings settings, List<Option> options, int min, int max, boolean shuffled)
        implements Question {
    private static final String[] SENTENCES = {
        "invalid.choice",
        "invalid.choices",
        "invalid.exclusive",
        "option.text",
        "option.voice",
        "and",
        "tooMany",
        "tooFew",
    };
    private static final String OPTIONS = """
            "options": {"$ref": "#/$defs/options"},
            "order": {"enum": ["given", "random"], "default": "given"}""";

    /** The kind for choosing one option. */
    public static final QuestionKind CHOICE = QuestionKind.of(
                    "choice", (fields, settings) -> read(fields, settings, false))
            .schema("{" + OPTIONS + "}")
            .sentences(SENTENCES);
    /** The kind for choosing several options. */
    public static final QuestionKind CHOICES = QuestionKind.of(
                    "choices", (fields, settings) -> read(fields, settings, true))
            .schema("{" + OPTIONS + ", \"least\": {\"type\": \"number\"}, \"most\": {\"type\": \"number\"}}")
            .sentences(SENTENCES);

    /** A hundred short lines reach Twilio's limit for the length of a text. */
    private static final int MOST_OPTIONS = 100;

    /** Copies the list. */
    public ChoiceQuestion {
        options = List.copyOf(options);
    }

    private static Question read(Fields fields, QuestionSettings settings, boolean several) {
        List<Option> options = OptionReader.read(fields, several);
        if (options.size() > MOST_OPTIONS) {
            fields.problem(
                    "options",
                    "has " + options.size() + " options, but a text message has room for at most " + MOST_OPTIONS);
        }
        if (fields.node("options").size() < 2) {
            fields.problem("options", "needs at least two options");
        }
        int count = Math.max(1, options.size());
        int least = several ? fields.integer("least", 1, count, 1) : 1;
        int most = several ? fields.integer("most", 1, count, count) : 1;
        boolean shuffled = fields.oneOf("order", "given", "random").equals("random");
        return new ChoiceQuestion(settings, options, least, most, shuffled);
    }

    /** Returns a copy with the options in a random order for each respondent. */
    public ChoiceQuestion shuffle() {
        return new ChoiceQuestion(settings, options, min, max, true);
    }

    /** Whether more than one option can be chosen. */
    public boolean isMultiple() {
        return max > 1;
    }

    @Override
    public Question withSettings(QuestionSettings newSettings) {
        return new ChoiceQuestion(newSettings, options, min, max, shuffled);
    }

    @Override
    public QuestionKind kind() {
        return isMultiple() ? CHOICES : CHOICE;
    }

    @Override
    public AnswerType answers() {
        return new AnswerType.Options(values(options), max, values(refusals()));
    }

    @Override
    public void check(Collection<Words> languages, ProblemCollector problems, ProblemCollector warnings) {
        OptionCheck.check(this, languages, problems.below("options"));
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("options", options.stream().map(Option::toJson).toList());
        if (isMultiple() && (min != 1 || max != options.size())) {
            details.put("least", min);
            details.put("most", max);
        }
        if (shuffled) {
            details.put("order", "random");
        }
        return details;
    }

    private List<Option> refusals() {
        return options.stream()
                .filter(option -> option.is(Option.Trait.REFUSAL))
                .toList();
    }

    private static List<String> values(List<Option> options) {
        return options.stream().map(Option::value).toList();
    }

    @Override
    public List<String> promptKeys() {
        return options.stream().distinct().map(this::promptOf).toList();
    }

    /** The key of the prompt that names an option: {@code drink.tea}. */
    public String promptOf(Option option) {
        return settings.prompt() + "." + option.id();
    }

    /** The folded words that stand for an option in one language. */
    public Set<String> wordsFor(Option option, Language language) {
        Set<String> words = new LinkedHashSet<>();
        words.add(TextNormalizer.normalize(language.text(promptOf(option))));
        if (language.contains(promptOf(option) + ".also")) {
            for (String word : Words.split(language.text(promptOf(option) + ".also"))) {
                words.add(TextNormalizer.normalize(word));
            }
        }
        words.remove("");
        return words;
    }

    @Override
    public AnswerOptions answerOptions(AskContext context) {
        OfferedOptions offered = offered(context);
        List<AnswerOption> answers = new ArrayList<>();
        for (int i = 0; i < offered.all().size(); i++) {
            Option option = offered.all().get(i);
            answers.add(
                    new AnswerOption(option.value(), Integer.toString(offered.key(i)), label(option, context.words())));
        }
        return AnswerOptions.options(answers);
    }

    /** The numbers that choose the options, if all of them are offered. */
    public List<Integer> keys() {
        return new OfferedOptions(options).keys();
    }

    /** The options that this respondent gets, in their order. */
    OfferedOptions offered(AskContext context) {
        return new OfferedOptions(shuffled ? shuffled(context.shuffleSeed()) : options);
    }

    /** The options in a random order, except those that keep their place. */
    private List<Option> shuffled(long seed) {
        List<Option> others = new ArrayList<>(options);
        others.removeIf(option -> option.is(Option.Trait.FIXED));
        Collections.shuffle(others, new Random(seed ^ settings.id().hashCode()));
        Iterator<Option> next = others.iterator();
        return options.stream()
                .map(option -> option.is(Option.Trait.FIXED) ? option : next.next())
                .toList();
    }

    String label(Option option, Words words) {
        return words.language().text(promptOf(option));
    }

    /** The answer that consists of these options. */
    Value value(Collection<Option> chosen) {
        Value value = new Value(chosen.stream().map(Option::value).toList());
        return chosen.stream().anyMatch(option -> option.is(Option.Trait.REFUSAL)) ? value.asRefusal() : value;
    }

    @Override
    public String display(Value value, Words words) {
        return words.joined(
                value.parts().stream().map(part -> display(part, words)).toList());
    }

    private String display(String part, Words words) {
        return withValue(part).map(option -> label(option, words)).orElse(part);
    }

    private Optional<Option> withValue(String value) {
        return options.stream().filter(option -> option.value().equals(value)).findFirst();
    }

    @Override
    public Reading read(Input input, AskContext context) {
        if (input instanceof Input.Choice choice && min <= 1) {
            Optional<Option> tapped = withValue(choice.option());
            if (tapped.isPresent()) {
                return Reading.of(value(List.of(tapped.get())));
            }
        }
        return new ChoiceReader(this, context).read(InputText.of(input));
    }

    @Override
    public ExpectedInput expects(AskContext context) {
        List<String> hints = answerOptions(context).all().stream()
                .map(AnswerOption::label)
                .map(label -> label.replace(',', ' '))
                .toList();
        return ExpectedInput.keysOrSpeech(isMultiple() ? 0 : offered(context).digits(), hints);
    }
}
