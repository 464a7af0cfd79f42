package dev.parlance.survey.question;

import dev.parlance.prompt.Language;
import dev.parlance.survey.reading.FuzzyLookup;
import dev.parlance.survey.reading.Guess;
import dev.parlance.survey.reading.OptionMention;
import dev.parlance.survey.words.TextNormalizer;
import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final int ONE_KEY = 9;
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
        OptionCheck.check(this, languages, problems.below("options"), warnings.below("options"));
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
        return options.stream().map(this::promptOf).toList();
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
            offers.add(new AnswerOption(order.get(i), Integer.toString(i + 1), label(order.get(i), context.words())));
        }
        return AnswerOptions.options(offers);
    }

    private List<String> ordered(AskContext context) {
        if (!shuffled) {
            return options;
        }
        List<String> order = new ArrayList<>(options);
        Collections.shuffle(
                order, new Random(context.shuffleSeed() ^ settings.id().hashCode()));
        return order;
    }

    private String label(String option, Words words) {
        return words.language().text(promptOf(option));
    }

    @Override
    public String display(Value value, Words words) {
        return String.join(
                ", ",
                value.parts().stream()
                        .map(part -> options.contains(part) ? label(part, words) : part)
                        .toList());
    }

    @Override
    public Reading read(Input input, AskContext context) {
        if (input instanceof Input.Choice choice && min <= 1 && options.contains(choice.option())) {
            return Reading.of(choice.option());
        }
        Optional<InputText> entered = InputText.of(input);
        if (entered.isEmpty()) {
            return unclear();
        }
        Reading exact = readExactly(entered.get(), context);
        return exact instanceof Reading.Unclear && !entered.get().keyed()
                ? mentioned(entered.get(), context).orElse(exact)
                : exact;
    }

    /** The options that the reply names among other words. */
    private Optional<Reading> mentioned(InputText entered, AskContext context) {
        List<String> order = ordered(context);
        Language language = context.words().language();
        OptionMention.Found found = OptionMention.read(
                entered.text(),
                order.stream().map(option -> wordsFor(option, language)).toList(),
                context.words(),
                context.question(this),
                isMultiple());
        List<String> named = found.options().stream().map(order::get).toList();
        if (found.isNothing()) {
            return Optional.empty();
        }
        boolean isEither = found.isEither() || (!isMultiple() && named.size() > 1);
        if (isEither) {
            return named.size() > Reading.Likely.MAX_CANDIDATES
                    ? Optional.empty()
                    : Optional.of(
                            new Reading.Likely(named.stream().map(Value::of).toList()));
        }
        boolean isPossible = named.size() >= min
                && named.size() <= max
                && (named.size() == 1 || named.stream().noneMatch(exclusive::contains));
        Value value = new Value(named);
        return isPossible ? Optional.of(found.isSure() ? Reading.of(value) : Reading.likely(value)) : Optional.empty();
    }

    private Reading readExactly(InputText entered, AskContext context) {
        Names names = new Names(context, entered.heard());
        Guess<String> single = names.find(entered.text());
        Set<String> chosen = new LinkedHashSet<>(single.candidates());
        boolean isSure = single.isSure();
        if (single.isNone() && isMultiple()) {
            isSure = true;
            for (String part : parts(entered, context.words())) {
                Guess<String> option = names.find(part);
                if (option.isNone()) {
                    return unclear();
                }
                isSure &= option.isSure();
                chosen.addAll(option.candidates());
            }
        }
        if (chosen.isEmpty()) {
            return unclear();
        }
        if (chosen.size() < min || chosen.size() > max) {
            return wrongCount(chosen.size());
        }
        Optional<String> alone = chosen.stream().filter(exclusive::contains).findFirst();
        if (alone.isPresent() && chosen.size() > 1) {
            return new Reading.Unclear("invalid.exclusive", Map.of("option", label(alone.get(), context.words())));
        }
        Value value = new Value(List.copyOf(chosen));
        return isSure ? Reading.of(value) : Reading.likely(value);
    }

    private Reading.Unclear unclear() {
        return new Reading.Unclear(isMultiple() ? "invalid.choices" : "invalid.choice", Map.of());
    }

    /** Says how many options there can be, where one can choose several. */
    private Reading wrongCount(int chosen) {
        if (!isMultiple()) {
            return unclear();
        }
        return chosen > max
                ? unclear().because("tooMany", "most", max)
                : unclear().because("tooFew", "least", min);
    }

    private List<String> parts(InputText entered, Words words) {
        String text = entered.text();
        if (entered.keyed() && options.size() <= ONE_KEY) {
            return List.of(text.replace("*", "").split("", -1)).stream()
                    .filter(key -> !key.isEmpty())
                    .toList();
        }
        List<String> parts = new ArrayList<>();
        for (String part : text.split("[,،、，;；&+/\\n*]", -1)) {
            List<String> among = new ArrayList<>();
            StringBuilder current = new StringBuilder();
            for (String word : part.strip().split("\\s+", -1)) {
                if (words.list("and").contains(TextNormalizer.normalize(word))) {
                    among.add(current.toString());
                    current.setLength(0);
                } else {
                    current.append(current.isEmpty() ? "" : " ").append(word);
                }
            }
            among.add(current.toString());
            parts.addAll(among);
        }
        boolean onlyNumbers = parts.size() == 1 && parts.get(0).matches("[\\p{Nd}\\s]+");
        List<String> found = onlyNumbers ? List.of(parts.get(0).split("\\s+", -1)) : parts;
        return found.stream().filter(part -> !part.isBlank()).toList();
    }

    @Override
    public ExpectedInput expects(AskContext context) {
        List<String> hints = answerOptions(context).all().stream()
                .map(AnswerOption::label)
                .map(label -> label.replace(',', ' '))
                .toList();
        return ExpectedInput.keysOrSpeech(isMultiple() || options.size() > ONE_KEY ? 0 : 1, hints);
    }

    /** The words that stand for each option, for one respondent. */
    private final class Names {
        private final Map<String, String> byWord = new LinkedHashMap<>();
        private final List<String> order;
        private final AskContext context;
        private final boolean heard;

        Names(AskContext context, boolean heard) {
            this.context = context;
            this.heard = heard;
            this.order = ordered(context);
            Language language = context.words().language();
            for (String option : order) {
                wordsFor(option, language).forEach(word -> byWord.put(word, option));
            }
        }

        Guess<String> find(String text) {
            String folded = TextNormalizer.normalize(text);
            String exact = byWord.get(folded);
            if (exact != null) {
                return Guess.sure(exact);
            }
            Optional<Integer> number = folded.matches("\\d{1,3}")
                    ? Optional.of(Integer.valueOf(folded))
                    : context.words().number(folded, false);
            if (number.isPresent()) {
                return place(number.get());
            }
            Optional<Integer> misheard = heard ? context.words().number(folded, true) : Optional.empty();
            if (misheard.isPresent()) {
                Guess<String> guess = place(misheard.get());
                return new Guess<>(guess.candidates(), false);
            }
            return FuzzyLookup.find(folded, byWord, context.words());
        }

        private Guess<String> place(int number) {
            return number >= 1 && number <= order.size() ? Guess.sure(order.get(number - 1)) : Guess.none();
        }
    }
}
