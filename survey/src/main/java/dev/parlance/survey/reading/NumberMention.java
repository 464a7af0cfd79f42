package dev.parlance.survey.reading;

import dev.parlance.survey.words.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the one number in a reply that says more than the number: "I'd say 4", "34 years old", "5 out of 5". */
public final class NumberMention {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Words words;
    private final Scale scale;
    private final Set<String> asked;
    private final QuestionUnits units;
    private final boolean heard;

    private final Trail trail = new Trail();
    private final List<BigDecimal> numbers = new ArrayList<>();
    private boolean isDigits;
    private boolean isSure = true;
    private int unknown;

    /**
     * The numbers that a question accepts.
     *
     * @param min the minimum
     * @param max the maximum
     * @param decimals the most decimal places
     */
    public record Scale(Optional<BigDecimal> min, Optional<BigDecimal> max, int decimals) {
        boolean isTop(BigDecimal number) {
            return max.filter(top -> top.compareTo(number) == 0).isPresent();
        }

        boolean isBottom(BigDecimal number) {
            return min.filter(bottom -> bottom.compareTo(number) == 0).isPresent();
        }

        /** Whether the scale is short enough to have an end that people name. */
        boolean isShort() {
            return min.isPresent()
                    && max.filter(top -> top.subtract(min.get()).compareTo(BigDecimal.TEN) <= 0)
                            .isPresent();
        }

        /** Whether a number is one of them. */
        boolean accepts(BigDecimal number) {
            return number.stripTrailingZeros().scale() <= decimals
                    && min.filter(least -> number.compareTo(least) < 0).isEmpty()
                    && max.filter(most -> number.compareTo(most) > 0).isEmpty();
        }

        boolean hasZero() {
            return min.filter(bottom -> bottom.signum() > 0).isEmpty();
        }
    }

    private NumberMention(Words words, Scale scale, QuestionUnits units, boolean heard) {
        this.words = words;
        this.scale = scale;
        this.units = units;
        this.asked = units.asked();
        this.heard = heard;
    }

    /**
     * Finds the number.
     *
     * @param question the question as it was asked: its words may come back in the reply
     * @param heard whether a speech recognizer wrote the reply
     */
    public static Guess<BigDecimal> read(String reply, Words words, Scale scale, String question, boolean heard) {
        QuestionUnits units = QuestionUnits.of(question, words, scale);
        List<Token> tokens = ReplyTokens.of(reply, words);
        Guess<BigDecimal> whole = new NumberMention(words, scale, units, heard).read(tokens);
        if (!whole.isNone()) {
            return whole;
        }
        Optional<List<Token>> beforeRemark =
                Remark.after(reply, words).map(remark -> ReplyTokens.of(remark.answer(), words));
        return Stream.of(beforeRemark, Lead.number(tokens, units))
                .flatMap(Optional::stream)
                .map(first -> new NumberMention(words, scale, units, heard).before(first))
                .filter(first -> !first.isNone())
                .findFirst()
                .or(() -> StatedNumber.find(reply, words, scale, units)
                        .map(number -> Guess.perhaps(List.of(number)).because("the one number that answers")))
                .orElse(whole);
    }

    /** Reads what comes before a remark. */
    private Guess<BigDecimal> before(List<Token> first) {
        Guess<BigDecimal> found = read(first);
        boolean isLikely = numbers.size() == 1 && unknown == 0 && !canBeArticle(numbers.get(0));
        return isLikely ? found.unsure().because(found.why() + " before a remark") : Guess.none();
    }

    private Guess<BigDecimal> read(List<Token> all) {
        List<Token> tokens = new ArrayList<>(Mentions.answer(all, trail));
        isSure = tokens.size() == all.size();
        Guess<BigDecimal> unsaid = UnsaidNumber.in(tokens, scale, asked, trail);
        if (!unsaid.isNone()) {
            return unsaid;
        }
        boolean isTime = Mentions.has(tokens, Sense.DAYS, Sense.MONTHS, Sense.YEARS) && trail.meets(tokens, Sense.AGO);
        boolean isOpen = isTime
                || isRefused(tokens)
                || trail.meets(tokens, Sense.UNSURE, Sense.CLAUSE, Sense.COMPARE, Sense.BUT);
        if (isOpen) {
            return trail.none("no certain number");
        }
        if (heard && tokens.size() == 1 && !tokens.get(0).is(Sense.NUMBER) && trail.takes(tokens.get(0), Sense.HEARD)) {
            return Guess.perhaps(List.of(tokens.get(0).value(Sense.HEARD).orElseThrow()))
                    .because(trail.so("sounds like a number"));
        }
        ScaleWords.drop(tokens, scale, trail);
        BesideNumber beside = new BesideNumber(tokens, units);
        for (int i = 0; i < tokens.size(); i++) {
            if (!take(beside, i)) {
                return trail.none("it can change the number");
            }
        }
        Guess<BigDecimal> found = found(beside);
        return isSure ? found : found.unsure();
    }

    /** Whether there is a "not". In "seven no eight", a "no" that can also be a "not" offers both numbers. */
    private boolean isRefused(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (!Denial.canBeAt(tokens, i) && trail.takes(tokens.get(i), Sense.NOT, Sense.NOT_AFTER)) {
                return true;
            }
        }
        return false;
    }

    private Guess<BigDecimal> found(BesideNumber beside) {
        if (numbers.size() == 1) {
            return one(numbers.get(0), beside);
        }
        return numbers.size() == 2 && unknown == 0
                ? new TwoNumbers(beside.tokens(), numbers, trail).read(scale.decimals())
                : trail.none(numbers.isEmpty() ? "no number" : "several numbers");
    }

    /** Takes an expression; false if it makes the number mean something else. */
    private boolean take(BesideNumber beside, int at) {
        Token token = beside.tokens().get(at);
        if (token.is(Sense.NUMBER) && token.is(Sense.HEDGE) && scale.isShort()) {
            // "Just me" is a number of people, not a rating.
            trail.stray(token);
            return false;
        }
        if (trail.takes(token, Sense.NUMBER)) {
            numbers.add(token.value(Sense.NUMBER).orElseThrow());
            isDigits |= token.isDigits();
            // "My wife and I" is two, or more with children.
            isSure &= !token.is(Sense.HEDGE);
            return true;
        }
        if (!numbers.isEmpty() && trail.takes(token, Sense.HALF)) {
            int last = numbers.size() - 1;
            numbers.set(last, numbers.get(last).add(HALF));
            return true;
        }
        if (trail.takes(token, Sense.HEDGE)) {
            isSure = false;
            return true;
        }
        isSure &= !beside.continuesNumber(at);
        return token.isUnknown() ? unknown(token) : known(beside, at);
    }

    private boolean known(BesideNumber beside, int at) {
        Token token = beside.tokens().get(at);
        if (token.isAny(Mentions.UNITS)) {
            return unit(token);
        }
        // "No, 4" is a 4, but "no 4" may be none.
        boolean isHarmless = !token.is(Sense.NO)
                && (trail.takes(token, Sense.OPTION)
                        || trail.takesAsFiller(token, asked)
                        || trail.takes(token, Sense.TO)
                        || (beside.isBetweenNumbers(at) && trail.takes(token, Sense.OR)));
        boolean isDenial = beside.isBetweenNumbers(at) && trail.takes(token, Sense.NO);
        if (isHarmless || isDenial) {
            return true;
        }
        trail.stray(token);
        unknown++;
        // "Absolutely not a 5" is no 5, "no, 4" is a 4.
        boolean refuses = token.is(Sense.NO) && Units.count(token.text()) > 1 && numbers.isEmpty();
        return beside.isAside(at) && !refuses;
    }

    /** A unit of another kind of answer makes a number unlikely to be this one. */
    private boolean unit(Token token) {
        if (units.fits(token)) {
            trail.takes(token, Mentions.UNITS);
        } else if (!trail.takesAsFiller(token, asked)) {
            trail.note(token, "a unit of something else");
            isSure = false;
        }
        return true;
    }

    /** A word that is not known can be a number with a typo. */
    private boolean unknown(Token token) {
        Guess<Integer> typo = FuzzyLookup.find(token.text(), words.numbers(), words);
        if (numbers.isEmpty() && !typo.isNone()) {
            trail.note(token, "read as " + typo.why());
            numbers.add(BigDecimal.valueOf(typo.candidates().get(0)));
            isSure = false;
        } else if (trail.takesAsFiller(token, asked)) {
            return true;
        } else {
            trail.stray(token);
            unknown++;
        }
        return true;
    }

    private Guess<BigDecimal> one(BigDecimal number, BesideNumber beside) {
        if (unknown == 0) {
            return Guess.sure(number).because(trail.so("one number"));
        }
        if (canBeArticle(number)) {
            return trail.none("can be an article");
        }
        boolean isLikely = beside.isFree()
                || (beside.isLast() && unknown <= Mentions.MOST_UNKNOWN)
                || unknown <= (isDigits ? 2 : 1);
        return isLikely
                ? Guess.perhaps(List.of(number)).because(trail.so("one number beside unclear words"))
                : trail.none("too many unclear words");
    }

    private boolean canBeArticle(BigDecimal number) {
        return !isDigits && number.compareTo(BigDecimal.ONE) <= 0;
    }
}
