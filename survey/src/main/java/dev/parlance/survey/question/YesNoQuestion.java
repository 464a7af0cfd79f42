package dev.parlance.survey.question;

import dev.parlance.survey.words.Folding;
import dev.parlance.survey.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Asks for yes or no; on a keypad, {@code 1} and {@code 2}. */
public record YesNoQuestion(Frame frame) implements Question {
    /** The kind in {@code survey.json}. */
    public static final QuestionKind KIND = QuestionKind.named("yesNo", (fields, frame) -> new YesNoQuestion(frame))
            .sentences("invalid.yesNo");

    /** The value of the answer yes. */
    public static final String YES = "yes";
    /** The value of the answer no. */
    public static final String NO = "no";

    private static final String THUMB_UP = "\ud83d\udc4d";
    /** Thumbs up or down, in any skin tone. */
    private static final Pattern THUMB = Pattern.compile("[\\x{1F44D}\\x{1F44E}][\\x{1F3FB}-\\x{1F3FF}\\x{FE0F}]*");

    @Override
    public Question in(Frame newFrame) {
        return new YesNoQuestion(newFrame);
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
    public Reading read(Input input, Hearing hearing) {
        if (input instanceof Input.Choice choice && Set.of(YES, NO).contains(choice.offer())) {
            return Reading.of(choice.offer());
        }
        Optional<Boolean> yes = InputText.of(input).flatMap(entered -> yes(entered.text(), hearing));
        return yes.isPresent() ? Reading.of(yes.get() ? YES : NO) : Reading.unclear("invalid.yesNo");
    }

    private static Optional<Boolean> yes(String text, Hearing hearing) {
        if (THUMB.matcher(text).matches()) {
            return Optional.of(text.startsWith(THUMB_UP));
        }
        String folded = Folding.fold(text);
        return switch (folded) {
            case "1" -> Optional.of(true);
            case "2" -> Optional.of(false);
            default -> hearing.words().yesOrNo(folded);
        };
    }

    @Override
    public String shown(Value value, Words words) {
        return label(value.text(), words);
    }

    @Override
    public Offers offers(Hearing hearing) {
        return yesOrNo(hearing.words());
    }

    /** The offers yes and no, in a language. */
    public static Offers yesOrNo(Words words) {
        return new Offers(
                Offers.Kind.YES_NO,
                List.of(new Offer(YES, "1", label(YES, words)), new Offer(NO, "2", label(NO, words))));
    }

    private static String label(String value, Words words) {
        return words.list(value).stream().findFirst().orElse(value);
    }

    @Override
    public Listening listening(Hearing hearing) {
        return Listening.keysOrSpeech(
                1, List.of(shown(Value.of(YES), hearing.words()), shown(Value.of(NO), hearing.words())));
    }
}
