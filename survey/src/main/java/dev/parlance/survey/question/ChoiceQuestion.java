package dev.parlance.survey.question;

import dev.parlance.prompt.Language;
import dev.parlance.survey.words.TextNormalizer;
import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A question with options, chosen by number, key, name or synonym. The option {@code tea} of the question {@code drink} has the
 * prompt {@code drink.tea}; synonyms are listed in {@code drink.tea.also}, separated by commas.
 *
 * @param settings the settings common to all questions
 * @param options the values of the options
 * @param min the fewest options in an answer
 * @param max the most options in an answer
 * @param shuffled whether each respondent gets the options in a different random order
 * @param exclusive the options that can't be combined with others, such as "none of these"
 */
public record ChoiceQuestion(
        QuestionSettings settings, List<String> options, int min, int max, boolean shuffled, Set<String> exclusive)
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
            "options": {
              "type": "array",
              "minItems": 2,
              "items": {
                "anyOf": [
                  {"type": "string"},
                  {
                    "type": "object",
                    "required": ["value"],
                    "additionalProperties": false,
                    "properties": {
                      "value": {
                        "type": "string",
                        "description": "The value in the results, and the last part of the prompt's key."
                      },
                      "exclusive": {
                        "type": "boolean",
                        "default": false,
                        "description": "Whether the option can't be combined with others, such as \\"none of these\\"."
                      }
                    }
                  }
                ]
              }
            },
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

    static final int ONE_KEY = 9;
    /** A hundred short lines reach Twilio's limit for the length of a text. */
    private static final int MOST_OPTIONS = 100;

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if an exclusive option is not among the options
     */
    public ChoiceQuestion {
        options = List.copyOf(options);
        exclusive = Set.copyOf(exclusive);
        if (!options.containsAll(exclusive)) {
            throw new IllegalArgumentException(
                    "Exclusive options must be among the options: " + exclusive + " are not all in " + options);
        }
    }

    private static Question read(Fields fields, QuestionSettings settings, boolean several) {
        List<String> options = new ArrayList<>();
        Set<String> exclusive = new TreeSet<>();
        options(fields, several, options, exclusive);
        if (options.size() > MOST_OPTIONS) {
            fields.problem(
                    "options",
                    "has " + options.size() + " options, but a text message has room for at most " + MOST_OPTIONS);
        }
        if (options.size() < 2) {
            fields.problem("options", "needs at least two options");
        }
        int count = Math.max(1, options.size());
        int least = several ? fields.integer("least", 1, count, 1) : 1;
        int most = several ? fields.integer("most", 1, count, count) : 1;
        boolean shuffled = fields.oneOf("order", "given", "random").equals("random");
        return new ChoiceQuestion(settings, options, least, most, shuffled, exclusive);
    }

    /** An option is a string, or an object with further fields. */
    private static void options(Fields fields, boolean several, List<String> options, Set<String> exclusive) {
        for (Fields.Item item : fields.items("options", "value")) {
            options.add(item.text());
            if (item.fields().isEmpty()) {
                continue;
            }
            if (item.fields().get().flag("exclusive")) {
                exclusive.add(item.text());
                if (!several) {
                    item.fields()
                            .get()
                            .problem(
                                    "exclusive", "applies only to \"choices\": a \"choice\" accepts one option anyway");
                }
            }
            item.fields().get().done();
        }
    }

    /** Returns a copy with the options in a random order for each respondent. */
    public ChoiceQuestion shuffle() {
        return new ChoiceQuestion(settings, options, min, max, true, exclusive);
    }

    /** Returns a copy in which these options can't be combined with others. */
    public ChoiceQuestion withExclusive(String... some) {
        return new ChoiceQuestion(settings, options, min, max, shuffled, Set.of(some));
    }

    /** Whether more than one option can be chosen. */
    public boolean isMultiple() {
        return max > 1;
    }

    @Override
    public Question withSettings(QuestionSettings newSettings) {
        return new ChoiceQuestion(newSettings, options, min, max, shuffled, exclusive);
    }

    @Override
    public QuestionKind kind() {
        return isMultiple() ? CHOICES : CHOICE;
    }

    @Override
    public AnswerType answers() {
        return new AnswerType.Options(options, max);
    }

    @Override
    public void check(Collection<Words> languages, ProblemCollector problems, ProblemCollector warnings) {
        OptionCheck.check(this, languages, problems.below("options"));
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("options", options.stream().map(this::json).toList());
        if (isMultiple() && (min != 1 || max != options.size())) {
            details.put("least", min);
            details.put("most", max);
        }
        if (shuffled) {
            details.put("order", "random");
        }
        return details;
    }

    private Object json(String option) {
        return exclusive.contains(option) ? Map.of("value", option, "exclusive", true) : option;
    }

    @Override
    public List<String> promptKeys() {
        return options.stream().distinct().map(this::promptOf).toList();
    }

    /** The key of the prompt that names an option: {@code drink.tea}. */
    public String promptOf(String option) {
        return settings.prompt() + "." + option;
    }

    /** The folded words that stand for an option in one language. */
    public Set<String> wordsFor(String option, Language language) {
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
        List<String> order = ordered(context);
        List<AnswerOption> offers = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            offers.add(new AnswerOption(
                    order.get(i),
                    Integer.toString(i + 1),
                    label(order.get(i), context.words()),
                    context.words().language().recordings(promptOf(order.get(i)))));
        }
        return AnswerOptions.options(offers);
    }

    /** The options in the order in which this respondent gets them. */
    List<String> ordered(AskContext context) {
        if (!shuffled) {
            return options;
        }
        List<String> order = new ArrayList<>(options);
        Collections.shuffle(
                order, new Random(context.shuffleSeed() ^ settings.id().hashCode()));
        return order;
    }

    String label(String option, Words words) {
        return words.language().text(promptOf(option));
    }

    @Override
    public String display(Value value, Words words) {
        return words.joined(value.parts().stream()
                .map(part -> options.contains(part) ? label(part, words) : part)
                .toList());
    }

    @Override
    public Reading read(Input input, AskContext context) {
        if (input instanceof Input.Choice choice && min <= 1 && options.contains(choice.option())) {
            return Reading.of(choice.option());
        }
        return new ChoiceReader(this, context).read(InputText.of(input));
    }

    @Override
    public ExpectedInput expects(AskContext context) {
        List<String> hints = answerOptions(context).all().stream()
                .map(AnswerOption::label)
                .map(label -> label.replace(',', ' '))
                .toList();
        return ExpectedInput.keysOrSpeech(isMultiple() || options.size() > ONE_KEY ? 0 : 1, hints);
    }
}
