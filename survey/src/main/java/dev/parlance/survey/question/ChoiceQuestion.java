package dev.parlance.survey.question;

import dev.parlance.survey.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A question with options, chosen by number, key, name or synonym. The option {@code tea} of the question {@code drink} has the
 * prompt {@code drink.tea}; synonyms are listed in {@code drink.tea.also}, separated by commas. An answer has the values of the
 * chosen options.
 *
 * @param settings the settings common to all questions
 * @param own the options that only this question has
 * @param min the fewest options in an answer
 * @param max the most options in an answer
 * @param shuffled whether each respondent gets the options in a different random order
 * @param shared the options of a scale or of an earlier question, which come before its own
 */
public record ChoiceQuestion(
        QuestionSettings settings, List<Option> own, int min, int max, boolean shuffled, Optional<SharedOptions> shared)
        implements Question {
    /** A hundred short lines reach Twilio's limit for the length of a text. */
    static final int MOST_OPTIONS = 100;

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
    private static final String LIMITS = """
            "least": {"type": "integer", "minimum": 1, "maximum": 100, "default": 1, "description": "The fewest options of an answer."},
            "most": {"type": "integer", "minimum": 1, "maximum": 100, "description": "The most options of an answer. Default: all."}""";

    /** The kind for choosing one option. */
    public static final QuestionKind CHOICE = QuestionKind.of(
                    "choice", (fields, settings) -> read(fields, settings, false))
            .schema("{" + OptionFields.one() + "," + OptionFields.ORDER + "}")
            .rules(OptionFields.RULES)
            .sentences(SENTENCES);
    /** The kind for choosing several options. */
    public static final QuestionKind CHOICES = QuestionKind.of(
                    "choices", (fields, settings) -> read(fields, settings, true))
            .schema("{" + OptionFields.several(MOST_OPTIONS) + "," + OptionFields.ORDER + "," + LIMITS + "}")
            .rules(OptionFields.RULES)
            .sentences(SENTENCES);

    /** The limits of WhatsApp and similar channels: buttons for a few options, otherwise a list. */
    private static final int MOST_BUTTONS = 3;

    private static final int BUTTON_LENGTH = 20;
    private static final int MOST_ROWS = 10;
    private static final int ROW_LENGTH = 24;

    /** Copies the list. */
    public ChoiceQuestion {
        own = List.copyOf(own);
    }

    private static Question read(Fields fields, QuestionSettings settings, boolean several) {
        ChoiceQuestion read = OptionFields.read(fields, settings, several, MOST_OPTIONS);
        int count = read.max;
        int least = several ? fields.integer("least", 1, MOST_OPTIONS, 1) : 1;
        int most = several ? fields.integer("most", 1, MOST_OPTIONS, count) : 1;
        if (Math.max(least, most) > count) {
            fields.valueProblem(
                    least > count ? "least" : "most", "is " + Math.max(least, most) + ", more than there are options");
        } else if (least > most) {
            fields.valueProblem("least", "is greater than \"most\"");
        }
        return new ChoiceQuestion(settings, read.own, least, most, OptionFields.isShuffled(fields), read.shared);
    }

    /** All options: those that it shares with others, and its own. */
    public List<Option> options() {
        if (shared.isEmpty()) {
            return own;
        }
        List<Option> all = new ArrayList<>(shared.get().options());
        all.addAll(own);
        return all;
    }

    /** Returns a copy with more options of its own, after the shared ones. */
    public ChoiceQuestion and(Option... more) {
        List<Option> all = new ArrayList<>(own);
        all.addAll(List.of(more));
        return new ChoiceQuestion(settings, all, min, max, shuffled, shared);
    }

    /**
     * Returns a copy with the options that it shares.
     *
     * @param prompt the key of an option's prompt in the scale or in the earlier question
     * @param exists whether there is a prompt with a key
     */
    public ChoiceQuestion sharing(List<Option> found, Function<Option, String> prompt, Predicate<String> exists) {
        Optional<SharedOptions> known = shared.map(some -> some.with(found, prompt, settings.prompt(), exists));
        return new ChoiceQuestion(settings, own, min, max, shuffled, known);
    }

    /** Returns a copy with the options in a random order for each respondent. */
    public ChoiceQuestion shuffle() {
        return new ChoiceQuestion(settings, own, min, max, true, shared);
    }

    /**
     * The most characters of a label that fit on a button of WhatsApp and similar channels: 20 for up to 3 options, 24 in a list of
     * up to 10. Empty for more options, which need no buttons.
     */
    public OptionalInt mostOnButton() {
        int count = options().size();
        if (count > MOST_ROWS) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(count <= MOST_BUTTONS ? BUTTON_LENGTH : ROW_LENGTH);
    }

    /** Whether more than one option can be chosen. */
    public boolean isMultiple() {
        return max > 1;
    }

    @Override
    public Question withSettings(QuestionSettings newSettings) {
        return new ChoiceQuestion(newSettings, own, min, max, shuffled, shared);
    }

    @Override
    public QuestionKind kind() {
        return isMultiple() ? CHOICES : CHOICE;
    }

    @Override
    public AnswerType answers() {
        List<Option> all = options();
        List<Option> refusals =
                all.stream().filter(option -> option.is(Option.Trait.REFUSAL)).toList();
        return new AnswerType.Options(values(all), Math.max(1, Math.min(max, all.size())), values(refusals));
    }

    @Override
    public void check(Collection<Words> languages, ProblemCollector problems, ProblemCollector warnings) {
        OptionCheck.check(this, languages, problems.below("options"));
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = OptionFields.toJson(this);
        if (isMultiple() && (min != 1 || max != (shared.isPresent() ? MOST_OPTIONS : own.size()))) {
            details.put("least", min);
            details.put("most", max);
        }
        return details;
    }

    private static List<String> values(List<Option> options) {
        return options.stream().map(Option::value).toList();
    }

    @Override
    public List<String> promptKeys() {
        return options().stream().map(this::promptOf).distinct().toList();
    }

    /** The key of the prompt that names an option: {@code drink.tea}, or that of the scale or of the earlier question. */
    public String promptOf(Option option) {
        String key = settings.prompt() + "." + option.id();
        return shared.isPresent() ? shared.get().prompts().getOrDefault(option.id(), key) : key;
    }

    /** The folded words that stand for an option in one language. */
    public Set<String> wordsFor(Option option, Words words) {
        return words.label(promptOf(option));
    }

    @Override
    public AnswerOptions answerOptions(AskContext context) {
        OfferedOptions offered = offered(context);
        OptionWords words = new OptionWords(this, context);
        List<AnswerOption> answers = new ArrayList<>();
        for (int i = 0; i < offered.all().size(); i++) {
            Option option = offered.all().get(i);
            answers.add(new AnswerOption(
                    option.value(), Integer.toString(offered.key(i)), words.label(option), words.recordings(option)));
        }
        return max > 1 ? AnswerOptions.several(answers) : AnswerOptions.options(answers);
    }

    /** The numbers that choose the options, if all of them are offered. */
    public List<Integer> keys() {
        return new OfferedOptions(options()).keys();
    }

    /** The options that this respondent gets, in their order. */
    OfferedOptions offered(AskContext context) {
        return OfferedOptions.of(this, context);
    }

    /** Whether some respondents don't get an option. */
    boolean isConditional(Option option) {
        return option.isConditional() || isCarried(option);
    }

    /** Whether an option comes from an earlier question. */
    boolean isCarried(Option option) {
        return shared.isPresent() && shared.get().isCarried(option);
    }

    boolean isOffered(Option option, ConditionContext known) {
        return option.when().holds(known)
                && (!isCarried(option) || shared.orElseThrow().isOffered(option, known))
                && !known.hiddenOptions(settings.id()).contains(option.value());
    }

    /** Whether the condition holds, and an option is left to be chosen. */
    @Override
    public boolean isAskedOf(ConditionContext known) {
        return settings.when().holds(known) && hasOption(known);
    }

    private boolean hasOption(ConditionContext known) {
        for (Option option : options()) {
            if (isOffered(option, known)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isConditional() {
        return Question.super.isConditional() || options().stream().allMatch(this::isConditional);
    }

    @Override
    public Set<String> decidedBy() {
        return isConditional() ? decidedByOptions() : Question.super.decidedBy();
    }

    /** The questions that decide whether the question is asked, and which options are left. */
    Set<String> decidedByOptions() {
        Set<String> questions = new LinkedHashSet<>(Question.super.decidedBy());
        shared.flatMap(SharedOptions::question).ifPresent(questions::add);
        options().forEach(option -> questions.addAll(option.when().questions()));
        return questions;
    }

    String label(Option option, Words words) {
        return words.language().text(promptOf(option));
    }

    @Override
    public Optional<Question> followUp(Value answer) {
        if (answer.specified().isEmpty()) {
            for (Option option : options()) {
                if (option.is(Option.Trait.SPECIFY) && answer.has(option.value())) {
                    return Optional.of(toSpecify(option));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Question> followUps() {
        return options().stream()
                .filter(option -> option.is(Option.Trait.SPECIFY))
                .map(this::toSpecify)
                .toList();
    }

    /** Asks for an option in words. */
    Question toSpecify(Option option) {
        return Question.text(settings.id())
                .withSettings(new QuestionSettings(
                                settings.id(),
                                promptOf(option) + ".specify",
                                Condition.All.ALWAYS,
                                List.of(),
                                settings.optional(),
                                settings.attempts())
                        .withLimit(settings.answerWithin()));
    }

    @Override
    public String display(Value value, Words words) {
        return words.joined(
                value.parts().stream().map(part -> display(part, value, words)).toList());
    }

    private String display(String part, Value value, Words words) {
        return withValue(part).map(option -> display(option, value, words)).orElse(part);
    }

    /** The option's label; for "other", what the respondent called it. */
    String display(Option option, Value value, Words words) {
        return value.specified().filter(any -> option.is(Option.Trait.SPECIFY)).orElseGet(() -> label(option, words));
    }

    Optional<Option> withValue(String value) {
        return options().stream().filter(option -> option.value().equals(value)).findFirst();
    }

    @Override
    public Reading read(Input input, AskContext context) {
        if (input instanceof Input.Choice choice && min <= 1) {
            Optional<Option> tapped = offered(context).withValue(choice.option());
            if (tapped.isPresent()) {
                return Reading.of(new OptionWords(this, context).value(List.of(tapped.get())));
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
