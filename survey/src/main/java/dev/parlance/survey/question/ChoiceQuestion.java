package dev.parlance.survey.question;

import dev.parlance.prompt.Language;
import dev.parlance.survey.reading.FuzzyLookup;
import dev.parlance.survey.reading.Guess;
import dev.parlance.survey.words.Folding;
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
 * @param frame the settings common to all questions
 * @param options the values of the options
 * @param least the fewest options in an answer
 * @param most the most options in an answer
 * @param shuffled whether each respondent gets the options in a different random order
 * @param exclusive the options that can't be combined with others, such as "none of these"
 */
public record ChoiceQuestion(
        Frame frame, List<String> options, int least, int most, boolean shuffled, Set<String> exclusive)
        implements Question {
    private static final String[] SENTENCES = {
        "invalid.choice", "invalid.choices", "invalid.exclusive", "option.text", "option.voice", "and",
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
    public static final QuestionKind CHOICE = QuestionKind.named(
                    "choice", (fields, frame) -> read(fields, frame, false))
            .schema("{" + OPTIONS + "}")
            .sentences(SENTENCES);
    /** The kind for choosing several options. */
    public static final QuestionKind CHOICES = QuestionKind.named(
                    "choices", (fields, frame) -> read(fields, frame, true))
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

    private static Question read(Fields fields, Frame frame, boolean several) {
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
        return new ChoiceQuestion(frame, options, least, most, shuffled, exclusive);
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
        return new ChoiceQuestion(frame, options, least, most, true, exclusive);
    }

    /** Returns a copy in which these options can't be combined with others. */
    public ChoiceQuestion exclusive(String... some) {
        return new ChoiceQuestion(frame, options, least, most, shuffled, Set.of(some));
    }

    /** Whether more than one option can be chosen. */
    public boolean isSeveral() {
        return most > 1;
    }

    @Override
    public Question in(Frame newFrame) {
        return new ChoiceQuestion(newFrame, options, least, most, shuffled, exclusive);
    }

    @Override
    public QuestionKind kind() {
        return isSeveral() ? CHOICES : CHOICE;
    }

    @Override
    public AnswerType answers() {
        return new AnswerType.Options(options, most);
    }

    @Override
    public void check(Collection<Words> languages, Problems problems, Problems warnings) {
        OptionCheck.check(this, languages, problems.below("options"), warnings.below("options"));
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("options", options.stream().map(this::json).toList());
        if (isSeveral() && (least != 1 || most != options.size())) {
            details.put("least", least);
            details.put("most", most);
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
        return frame.prompt() + "." + option;
    }

    /** The folded words that stand for an option in one language. */
    public Set<String> wordsFor(String option, Language language) {
        Set<String> words = new LinkedHashSet<>();
        words.add(Folding.fold(language.text(promptOf(option))));
        if (language.has(promptOf(option) + ".also")) {
            for (String word : Words.split(language.text(promptOf(option) + ".also"))) {
                words.add(Folding.fold(word));
            }
        }
        words.remove("");
        return words;
    }

    @Override
    public Offers offers(Hearing hearing) {
        List<String> order = ordered(hearing);
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            offers.add(new Offer(order.get(i), Integer.toString(i + 1), label(order.get(i), hearing.words())));
        }
        return Offers.options(offers);
    }

    private List<String> ordered(Hearing hearing) {
        if (!shuffled) {
            return options;
        }
        List<String> order = new ArrayList<>(options);
        Collections.shuffle(order, new Random(hearing.seed() ^ frame.id().hashCode()));
        return order;
    }

    private String label(String option, Words words) {
        return words.language().text(promptOf(option));
    }

    @Override
    public String shown(Value value, Words words) {
        return String.join(
                ", ",
                value.parts().stream()
                        .map(part -> options.contains(part) ? label(part, words) : part)
                        .toList());
    }

    @Override
    public Reading read(Input input, Hearing hearing) {
        if (input instanceof Input.Choice choice && least <= 1 && options.contains(choice.offer())) {
            return Reading.of(choice.offer());
        }
        Optional<InputText> entered = InputText.of(input);
        if (entered.isEmpty()) {
            return unclear();
        }
        Names names = new Names(hearing, entered.get().heard());
        Guess<String> single = names.find(entered.get().text());
        Set<String> chosen = new LinkedHashSet<>(single.candidates());
        boolean isSure = single.isSure();
        if (single.isNone() && isSeveral()) {
            isSure = true;
            for (String part : parts(entered.get(), hearing.words())) {
                Guess<String> option = names.find(part);
                if (option.isNone()) {
                    return unclear();
                }
                isSure &= option.isSure();
                chosen.addAll(option.candidates());
            }
        }
        if (chosen.size() < least || chosen.size() > most || chosen.isEmpty()) {
            return unclear();
        }
        Optional<String> alone = chosen.stream().filter(exclusive::contains).findFirst();
        if (alone.isPresent() && chosen.size() > 1) {
            return new Reading.Unclear("invalid.exclusive", Map.of("option", label(alone.get(), hearing.words())));
        }
        Value value = new Value(List.copyOf(chosen));
        return isSure ? Reading.of(value) : Reading.likely(value);
    }

    private Reading unclear() {
        return Reading.unclear(isSeveral() ? "invalid.choices" : "invalid.choice");
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
                if (words.list("and").contains(Folding.fold(word))) {
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
    public Listening listening(Hearing hearing) {
        List<String> hints = offers(hearing).all().stream()
                .map(Offer::label)
                .map(label -> label.replace(',', ' '))
                .toList();
        return Listening.keysOrSpeech(isSeveral() || options.size() > ONE_KEY ? 0 : 1, hints);
    }

    /** The words that stand for each option, for one respondent. */
    private final class Names {
        private final Map<String, String> byWord = new LinkedHashMap<>();
        private final List<String> order;
        private final Hearing hearing;
        private final boolean heard;

        Names(Hearing hearing, boolean heard) {
            this.hearing = hearing;
            this.heard = heard;
            this.order = ordered(hearing);
            Language language = hearing.words().language();
            for (String option : order) {
                wordsFor(option, language).forEach(word -> byWord.put(word, option));
            }
        }

        Guess<String> find(String text) {
            String folded = Folding.fold(text);
            String exact = byWord.get(folded);
            if (exact != null) {
                return Guess.sure(exact);
            }
            Optional<Integer> number = folded.matches("\\d{1,3}")
                    ? Optional.of(Integer.valueOf(folded))
                    : hearing.words().number(folded, heard);
            if (number.isPresent()) {
                int n = number.get();
                return n >= 1 && n <= order.size() ? Guess.sure(order.get(n - 1)) : Guess.none();
            }
            return FuzzyLookup.find(folded, byWord, hearing.words());
        }
    }
}
