package dev.parlance.survey.question;

import dev.parlance.survey.words.Folding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A question for yes or no: {@code 1} and {@code 2} on a keypad. */
public record YesNoQuestion(Frame frame) implements Question {
    /** The value of a yes. */
    public static final String YES = "yes";
    /** The value of a no. */
    public static final String NO = "no";

    private static final String THUMB_UP = "\ud83d\udc4d";
    /** A thumb up or down, in any colour of skin. */
    private static final Pattern THUMB = Pattern.compile("[\\x{1F44D}\\x{1F44E}][\\x{1F3FB}-\\x{1F3FF}\\x{FE0F}]*");

    @Override
    public Question in(Frame newFrame) {
        return new YesNoQuestion(newFrame);
    }

    @Override
    public String kind() {
        return "yesNo";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of();
    }

    @Override
    public Reading read(Input input, Hearing hearing) {
        Optional<Boolean> yes = Said.in(input).flatMap(said -> yes(said.text(), hearing));
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
    public String shown(Value value, Hearing hearing) {
        return hearing.words().list(value.text()).stream().findFirst().orElse(value.text());
    }

    @Override
    public Listening listening(Hearing hearing) {
        return Listening.keysOrSpeech(1, List.of(shown(Value.of(YES), hearing), shown(Value.of(NO), hearing)));
    }
}
