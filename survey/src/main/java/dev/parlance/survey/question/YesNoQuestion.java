package dev.parlance.survey.question;

import dev.parlance.survey.reading.Guess;
import dev.parlance.survey.reading.YesNoMention;
import dev.parlance.survey.words.TextNormalizer;
import dev.parlance.survey.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Asks for yes or no; on a keypad, {@code 1} and {@code 2}. */
public record YesNoQuestion(QuestionSettings settings) implements Question {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.of("yesNo", (fields, settings) -> new YesNoQuestion(settings))
            .sentences("invalid.yesNo");

    /** The value of the answer yes. */
    public static final String YES = "yes";
    /** The value of the answer no. */
    public static final String NO = "no";

    private static final String THUMB_UP = "\ud83d\udc4d";
    /** Thumbs up or down, in any skin tone. */
    private static final Pattern THUMB = Pattern.compile("[\\x{1F44D}\\x{1F44E}][\\x{1F3FB}-\\x{1F3FF}\\x{FE0F}]*");

    @Override
    public Question withSettings(QuestionSettings newSettings) {
        return new YesNoQuestion(newSettings);
    }

    @Override
    public QuestionKind kind() {
        return KIND;
    }

    @Override
    public AnswerType answers() {
        return new AnswerType.Options(List.of(YES, NO), 1);
    }

    @Override
    public Reading read(Input input, AskContext context) {
        if (input instanceof Input.Choice choice && Set.of(YES, NO).contains(choice.option())) {
            return Reading.of(choice.option());
        }
        return InputText.of(input)
                .map(entered -> read(entered, context))
                .orElseGet(() -> Reading.unclear("invalid.yesNo"));
    }

    private Reading read(InputText entered, AskContext context) {
        Optional<Boolean> exact = yes(entered.text(), context);
        Guess<Boolean> yes = exact.isPresent()
                ? Guess.sure(exact.get()).because("exactly a yes or no of the words")
                : mentioned(entered, context);
        return yes.isNone()
                ? Reading.unclear("invalid.yesNo").explained(yes.why())
                : entered.reading(yes.map(isYes -> isYes ? YES : NO), exact.isPresent() ? 1 : InputText.AMONG_WORDS);
    }

    private Guess<Boolean> mentioned(InputText entered, AskContext context) {
        return entered.keyed()
                ? Guess.none()
                : YesNoMention.read(entered.text(), context.words(), context.question(this));
    }

    private static Optional<Boolean> yes(String text, AskContext context) {
        if (THUMB.matcher(text).matches()) {
            return Optional.of(text.startsWith(THUMB_UP));
        }
        String folded = TextNormalizer.normalize(text);
        return switch (folded) {
            case "1" -> Optional.of(true);
            case "2" -> Optional.of(false);
            default -> context.words().yesOrNo(folded);
        };
    }

    @Override
    public String display(Value value, Words words) {
        return words.spelling(value.text());
    }

    @Override
    public AnswerOptions answerOptions(AskContext context) {
        return yesNoOptions(context.words());
    }

    /** The offers yes and no, in a language. */
    public static AnswerOptions yesNoOptions(Words words) {
        return new AnswerOptions(
                AnswerOptions.Kind.YES_NO,
                List.of(
                        new AnswerOption(YES, "1", words.spelling(YES)),
                        new AnswerOption(NO, "2", words.spelling(NO))));
    }

    @Override
    public ExpectedInput expects(AskContext context) {
        return ExpectedInput.keysOrSpeech(
                1, List.of(display(Value.of(YES), context.words()), display(Value.of(NO), context.words())));
    }
}
