package dev.parlance.survey.question;

import dev.parlance.survey.reading.Guess;
import dev.parlance.survey.reading.NumberMention;
import dev.parlance.survey.reading.NumberReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for a number.
 *
 * @param settings the settings common to all questions
 * @param scale what the number means
 * @param min the minimum
 * @param max the maximum
 * @param decimals the most decimal places
 * @param narrower limits whose values are known when the question is asked, such as an earlier answer
 */
public record NumberQuestion(
        QuestionSettings settings,
        Scale scale,
        Optional<BigDecimal> min,
        Optional<BigDecimal> max,
        int decimals,
        Limits narrower)
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
        "invalid.number", "invalid.least", "invalid.most", "invalid.anyNumber", "tooHigh", "tooLow", "tooPrecise",
    };
    private static final String DECIMALS = """
            "decimals": {"type": "integer", "minimum": 0, "maximum": 10, "default": 0, "description": "The most decimal places."}""";
    private static final String LIMITS = "{" + DECIMALS + """
            , "least": {"$ref": "#/$defs/numberLimit", "description": "The least valid number."},
              "most": {"$ref": "#/$defs/numberLimit", "description": "The greatest valid number."}
            }""";
    private static final String SCALE = "{" + DECIMALS + """
            , "least": {"type": "number", "examples": [1], "description": "The least valid number."},
              "most": {"type": "number", "examples": [5], "description": "The greatest valid number."}
            }""";

    /** The kind for plain numbers. */
    public static final QuestionKind NUMBER_KIND =
            QuestionKind.of("number", NumberQuestion::number).schema(LIMITS).sentences(SENTENCES);
    /** The kind for ratings on a scale. */
    public static final QuestionKind RATING_KIND = QuestionKind.of("rating", NumberQuestion::rating)
            .schema(SCALE)
            .rules("{\"required\": [\"least\", \"most\"]}")
            .sentences(SENTENCES);
    /** The kind for the net promoter score. */
    public static final QuestionKind NPS_KIND = QuestionKind.of(
                    "nps", (fields, settings) -> Question.nps(settings.id()).withSettings(settings))
            .sentences(SENTENCES);

    private static final String LEAST = "least";
    private static final String MOST = "most";
    private static final int MOST_HINTS = 12;

    static NumberQuestion of(String id, long least, long most) {
        return new NumberQuestion(QuestionSettings.of(id), Scale.NUMBER, number(least), number(most), 0, Limits.NONE);
    }

    static NumberQuestion rating(String id, int least, int most) {
        return new NumberQuestion(QuestionSettings.of(id), Scale.RATING, number(least), number(most), 0, Limits.NONE);
    }

    private static Question rating(Fields fields, QuestionSettings settings) {
        if (!fields.has("least") || !fields.has("most")) {
            fields.problem("", "needs \"least\" and \"most\"");
        }
        return read(fields, settings, Scale.RATING, Limits.NONE);
    }

    private static Question number(Fields fields, QuestionSettings settings) {
        Limits narrower = Limits.read(fields, LEAST, MOST, fixed -> Optional.empty());
        return read(fields, settings, Scale.NUMBER, narrower);
    }

    private static Question read(Fields fields, QuestionSettings settings, Scale scale, Limits narrower) {
        Optional<BigDecimal> least = narrower.first().isPresent() ? Optional.empty() : fields.decimal(LEAST);
        Optional<BigDecimal> most = narrower.last().isPresent() ? Optional.empty() : fields.decimal(MOST);
        if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
            fields.valueProblem(LEAST, "is greater than \"most\"");
        }
        return new NumberQuestion(settings, scale, least, most, fields.integer("decimals", 0, 10, 0), narrower);
    }

    private static Optional<BigDecimal> number(long number) {
        return Optional.of(BigDecimal.valueOf(number));
    }

    /** Returns a copy that accepts this many decimal places. Default: 0. */
    public NumberQuestion withDecimals(int places) {
        return new NumberQuestion(settings, scale, min, max, places, narrower);
    }

    /** Returns a copy that accepts only numbers from this one on, such as the answer to an earlier question. */
    public NumberQuestion least(Operand least) {
        return new NumberQuestion(settings, scale, min, max, decimals, narrower.withFirst(least));
    }

    /** Returns a copy that accepts only numbers up to this one, such as the answer to an earlier question. */
    public NumberQuestion most(Operand most) {
        return new NumberQuestion(settings, scale, min, max, decimals, narrower.withLast(most));
    }

    @Override
    public Question withSettings(QuestionSettings newSettings) {
        return new NumberQuestion(newSettings, scale, min, max, decimals, narrower);
    }

    @Override
    public QuestionKind kind() {
        return scale.kind();
    }

    @Override
    public AnswerType answers() {
        return new AnswerType.Numbers(min, max, decimals, scale == Scale.NPS);
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        if (scale != Scale.NPS) {
            min.ifPresent(number -> details.put(LEAST, number));
            max.ifPresent(number -> details.put(MOST, number));
        }
        if (decimals > 0) {
            details.put("decimals", decimals);
        }
        details.putAll(narrower.toJson(LEAST, MOST, Operand::toJson));
        return details;
    }

    @Override
    public void check(References references, ProblemCollector problems) {
        narrower.check(LEAST, MOST, Set.of(Order.NUMBERS), references, problems);
    }

    /** The question as this person gets it, with fixed limits only. */
    private NumberQuestion within(AskContext context) {
        if (narrower.isNone()) {
            return this;
        }
        ValidRange<BigDecimal> now = narrower.in(context.known(), Value::number, Value::number);
        ValidRange<BigDecimal> valid =
                ValidRange.of(now.first().or(() -> min), now.last().or(() -> max));
        return new NumberQuestion(settings, scale, valid.first(), valid.last(), decimals, Limits.NONE);
    }

    @Override
    public Reading read(Input input, AskContext context) {
        return within(context).readNow(input, context);
    }

    private Reading readNow(Input input, AskContext context) {
        return InputText.of(input).map(entered -> readText(entered, context)).orElseGet(this::unclear);
    }

    private Reading readText(InputText entered, AskContext context) {
        Optional<BigDecimal> exact = read(entered, context);
        Guess<BigDecimal> found = exact.map(number -> Guess.sure(number).because("exactly a number"))
                .orElseGet(() -> entered.keyed() ? Guess.none() : mentioned(entered, context));
        Optional<BigDecimal> invalid =
                found.candidates().stream().filter(number -> !isValid(number)).findFirst();
        if (found.isNone() || (invalid.isPresent() && found.candidates().size() > 1)) {
            return unclear().explained(found.why());
        }
        return invalid.isPresent()
                ? invalid(invalid.get()).explained(found.why() + ", but it is not valid")
                : entered.reading(
                        found.map(number -> Value.of(number).text()), exact.isPresent() ? 1 : InputText.AMONG_WORDS);
    }

    private Guess<BigDecimal> mentioned(InputText entered, AskContext context) {
        NumberMention.Scale range = new NumberMention.Scale(min, max, decimals);
        return NumberMention.read(entered.text(), context.words(), range, context.question(this), entered.heard());
    }

    private boolean isValid(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= decimals
                && min.filter(least -> number.compareTo(least) < 0).isEmpty()
                && max.filter(most -> number.compareTo(most) > 0).isEmpty();
    }

    /** Reads a number; on a keypad, the star key stands for the decimal point. */
    private static Optional<BigDecimal> read(InputText entered, AskContext context) {
        return entered.keyed()
                ? NumberReader.read(entered.text().replace('*', '.'), context.words())
                : NumberReader.read(entered.text(), context.words());
    }

    /** Says what is wrong with a number: "6 is more than 5." */
    private Reading invalid(BigDecimal number) {
        String given = Value.of(number).text();
        boolean isTooHigh = max.filter(most -> number.compareTo(most) > 0).isPresent();
        boolean isTooLow = min.filter(least -> number.compareTo(least) < 0).isPresent();
        return unclear().because(isTooHigh ? "tooHigh" : isTooLow ? "tooLow" : "tooPrecise", "given", given);
    }

    private Reading.Unclear unclear() {
        Map<String, Object> limits = new LinkedHashMap<>();
        min.ifPresent(number -> limits.put("least", number.toPlainString()));
        max.ifPresent(number -> limits.put("most", number.toPlainString()));
        String reason = limits.size() == 2
                ? "invalid.number"
                : min.isPresent() ? "invalid.least" : max.isPresent() ? "invalid.most" : "invalid.anyNumber";
        return new Reading.Unclear(reason, limits);
    }

    @Override
    public ExpectedInput expects(AskContext context) {
        return within(context).expectsNow();
    }

    private ExpectedInput expectsNow() {
        boolean isCounted = decimals == 0 && min.isPresent() && min.get().signum() >= 0 && max.isPresent();
        int keys = isCounted ? Math.max(1, max.get().precision() - max.get().scale()) : 0;
        List<String> hints = new ArrayList<>();
        if (min.isPresent() && max.isPresent() && decimals == 0) {
            for (long n = min.get().longValue(); n <= max.get().longValue() && hints.size() < MOST_HINTS; n++) {
                hints.add(Long.toString(n));
            }
        }
        return ExpectedInput.keysOrSpeech(keys, hints);
    }
}
