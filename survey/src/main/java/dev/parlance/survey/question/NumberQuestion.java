package dev.parlance.survey.question;

import dev.parlance.survey.reading.NumberReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks for a number.
 *
 * @param frame the settings common to all questions
 * @param scale what the number means
 * @param least the minimum
 * @param most the maximum
 * @param decimals the most decimal places
 */
public record NumberQuestion(
        Frame frame, Scale scale, Optional<BigDecimal> least, Optional<BigDecimal> most, int decimals)
        implements Question {
    /** What a number means. */
    public enum Scale {
        /** A plain number. */
        NUMBER,
        /** A rating. */
        RATING,
        /** The likelihood of a recommendation, from 0 to 10. */
        NPS;

        private QuestionKind kind() {
            return switch (this) {
                case NUMBER -> NUMBER_KIND;
                case RATING -> RATING_KIND;
                case NPS -> NPS_KIND;
            };
        }
    }

    private static final String[] SENTENCES = {
        "invalid.number", "invalid.least", "invalid.most", "invalid.anyNumber",
    };
    private static final String LIMITS = """
            {
              "least": {"type": "number"},
              "most": {"type": "number"},
              "decimals": {"type": "integer", "minimum": 0, "maximum": 10}
            }""";

    /** The kind for plain numbers. */
    public static final QuestionKind NUMBER_KIND =
            QuestionKind.named("number", NumberQuestion::number).schema(LIMITS).sentences(SENTENCES);
    /** The kind for ratings on a scale. */
    public static final QuestionKind RATING_KIND =
            QuestionKind.named("rating", NumberQuestion::rating).schema(LIMITS).sentences(SENTENCES);
    /** The kind for the net promoter score. */
    public static final QuestionKind NPS_KIND = QuestionKind.named(
                    "nps", (fields, frame) -> Question.nps(frame.id()).in(frame))
            .sentences(SENTENCES);

    private static final int MOST_HINTS = 12;

    static NumberQuestion of(String id, long least, long most) {
        return new NumberQuestion(Frame.of(id), Scale.NUMBER, number(least), number(most), 0);
    }

    static NumberQuestion rating(String id, int least, int most) {
        return new NumberQuestion(Frame.of(id), Scale.RATING, number(least), number(most), 0);
    }

    private static Question rating(Fields fields, Frame frame) {
        if (!fields.has("least") || !fields.has("most")) {
            fields.problem("", "needs \"least\" and \"most\"");
        }
        return read(fields, frame, Scale.RATING);
    }

    private static Question number(Fields fields, Frame frame) {
        return read(fields, frame, Scale.NUMBER);
    }

    private static Question read(Fields fields, Frame frame, Scale scale) {
        Optional<BigDecimal> least = fields.decimal("least");
        Optional<BigDecimal> most = fields.decimal("most");
        if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
            fields.problem("least", "is greater than \"most\"");
        }
        return new NumberQuestion(frame, scale, least, most, fields.integer("decimals", 0, 10, 0));
    }

    private static Optional<BigDecimal> number(long number) {
        return Optional.of(BigDecimal.valueOf(number));
    }

    /** Returns a copy that accepts this many decimal places. Default: 0. */
    public NumberQuestion decimals(int places) {
        return new NumberQuestion(frame, scale, least, most, places);
    }

    @Override
    public Question in(Frame newFrame) {
        return new NumberQuestion(newFrame, scale, least, most, decimals);
    }

    @Override
    public QuestionKind kind() {
        return scale.kind();
    }

    @Override
    public AnswerType answers() {
        return new AnswerType.Numbers(least, most, decimals, scale == Scale.NPS);
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        if (scale != Scale.NPS) {
            least.ifPresent(number -> details.put("least", number));
            most.ifPresent(number -> details.put("most", number));
        }
        if (decimals > 0) {
            details.put("decimals", decimals);
        }
        return details;
    }

    @Override
    public Reading read(Input input, Hearing hearing) {
        Optional<BigDecimal> number = InputText.of(input).flatMap(entered -> read(entered, hearing));
        if (number.isEmpty()
                || number.get().stripTrailingZeros().scale() > decimals
                || (least.isPresent() && number.get().compareTo(least.get()) < 0)
                || (most.isPresent() && number.get().compareTo(most.get()) > 0)) {
            return unclear();
        }
        return Reading.of(Value.of(number.get()));
    }

    /** Reads a number; on a keypad, the star key stands for the decimal point. */
    private static Optional<BigDecimal> read(InputText entered, Hearing hearing) {
        return entered.keyed()
                ? NumberReader.read(entered.text().replace('*', '.'), hearing.words(), false)
                : NumberReader.read(entered.text(), hearing.words(), entered.heard());
    }

    private Reading unclear() {
        Map<String, Object> limits = new LinkedHashMap<>();
        least.ifPresent(number -> limits.put("least", number.toPlainString()));
        most.ifPresent(number -> limits.put("most", number.toPlainString()));
        String reason = limits.size() == 2
                ? "invalid.number"
                : least.isPresent() ? "invalid.least" : most.isPresent() ? "invalid.most" : "invalid.anyNumber";
        return new Reading.Unclear(reason, limits);
    }

    @Override
    public Listening listening(Hearing hearing) {
        boolean isCounted = decimals == 0 && least.isPresent() && least.get().signum() >= 0 && most.isPresent();
        int keys = isCounted ? most.get().toBigInteger().toString().length() : 0;
        List<String> hints = new ArrayList<>();
        if (least.isPresent() && most.isPresent() && decimals == 0) {
            for (int n = least.get().intValue(); n <= most.get().intValue() && hints.size() < MOST_HINTS; n++) {
                hints.add(Integer.toString(n));
            }
        }
        return Listening.keysOrSpeech(keys, hints);
    }
}
