package dev.parlance.survey.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A number in its clause, with what stands beside it. */
final class NumberInClause {
    /** How many expressions beside a number can turn it into another answer. */
    private static final int BEFORE = 3;

    private static final int AFTER = 2;

    private static final Sense[] AGAINST = {Sense.NOT, Sense.COMPARE, Sense.CLAUSE, Sense.OR, Sense.TO};
    private static final Sense[] AGAINST_STATED = {Sense.NOT, Sense.CLAUSE, Sense.OR, Sense.TO};
    private static final Sense[] AGAINST_AFTER = {
        Sense.NOT, Sense.NOT_AFTER, Sense.COMPARE, Sense.OR, Sense.TO, Sense.PREVIOUS
    };
    private static final Sense[] COUNTED = {
        Sense.MEASURE, Sense.RELATIVE, Sense.DAYS, Sense.MONTHS, Sense.YEARS, Sense.MONTH, Sense.OUT_OF, Sense.TIMES
    };

    private final List<Token> clause;
    private final int at;
    private final NumberMention.Scale scale;
    private final QuestionUnits units;

    private NumberInClause(List<Token> clause, int at, NumberMention.Scale scale, QuestionUnits units) {
        this.clause = clause;
        this.at = at;
        this.scale = scale;
        this.units = units;
    }

    static List<NumberInClause> allOf(List<Token> clause, NumberMention.Scale scale, QuestionUnits units) {
        return IntStream.range(0, clause.size())
                .filter(at -> clause.get(at).is(Sense.NUMBER))
                .mapToObj(at -> new NumberInClause(clause, at, scale, units))
                .toList();
    }

    BigDecimal value() {
        return clause.get(at).value(Sense.NUMBER).orElseThrow();
    }

    /** Whether nothing is against it: its value, a "not" or a comparison beside it, or something else that it counts. */
    boolean canAnswer() {
        boolean isWord = !clause.get(at).is(Sense.AROUND) || clause.get(at).isDigits();
        boolean isArticle = !clause.get(at).isDigits() && value().compareTo(BigDecimal.ONE) <= 0;
        return isWord
                && scale.accepts(value())
                && !isRefused()
                && !isInSeries()
                && !countsSomethingElse()
                && !isOfSomebodyElse()
                && (!isArticle || isAlone() || (isStated() && isLast()));
    }

    private boolean isRefused() {
        int first = isStated() ? Math.max(0, stating() - 1) : Math.max(0, at - BEFORE);
        Sense[] against = isStated() ? AGAINST_STATED : AGAINST;
        List<Token> before = clause.subList(first, at);
        List<Token> after = clause.subList(at + 1, Math.min(clause.size(), at + 1 + AFTER));
        boolean isExcepted = at > 0 && clause.get(at - 1).is(Sense.BUT);
        return isExcepted
                || before.stream().anyMatch(token -> token.isAny(against) && !token.is(Sense.STATES))
                || after.stream().anyMatch(token -> token.isAny(AGAINST_AFTER) && !units.fits(token));
    }

    /** Whether another number stands right beside it, as in a phone number. */
    private boolean isInSeries() {
        return isOther(at - 1) || isOther(at + 1);
    }

    private boolean isOther(int place) {
        return place >= 0
                && place < clause.size()
                && clause.get(place)
                        .value(Sense.NUMBER)
                        .filter(number -> number.compareTo(value()) != 0)
                        .isPresent();
    }

    private boolean countsSomethingElse() {
        if (isLast() || hasUnit()) {
            return false;
        }
        Token next = clause.get(at + 1);
        return next.isAny(COUNTED)
                || (next.isAny(Mentions.UNITS) && !(isStated() && next.is(Sense.PEOPLE) && !scale.isShort()))
                || (next.isUnknown()
                        && !(scale.isShort() && isStated())
                        && !units.asked().contains(next.text()));
    }

    /** Whether it is the age of somebody else, as in "my mother is 90". */
    private boolean isOfSomebodyElse() {
        return !isStated()
                && Mentions.has(clause.subList(0, at), Sense.RELATIVE)
                && !Mentions.has(clause.subList(0, at), Sense.SELF);
    }

    /** Whether it has a unit of the question. */
    boolean hasUnit() {
        return !isLast() && units.fits(clause.get(at + 1));
    }

    /** The word before it, if it is unknown. */
    Optional<String> unknownBefore() {
        return at > 0 && clause.get(at - 1).isUnknown()
                ? Optional.of(clause.get(at - 1).text())
                : Optional.empty();
    }

    boolean countsPeople() {
        return !isLast() && !hasUnit() && clause.get(at + 1).isAny(Sense.RELATIVE, Sense.MEASURE);
    }

    private boolean isLast() {
        return at == clause.size() - 1;
    }

    /** Whether words that state an answer, such as "I give" or "that makes", stand right before it. */
    boolean isStated() {
        int before = stating();
        return before >= 0 && clause.get(before).is(Sense.STATES);
    }

    private int stating() {
        int before = at - 1;
        while (before > 0
                && clause.get(before).is(Sense.AROUND)
                && !clause.get(before).is(Sense.STATES)) {
            before--;
        }
        return before;
    }

    /** Whether its clause has nothing else, not even a unit: the "6" of "Ana, Leo and 4 cousins = 6". */
    boolean isBare() {
        return isAlone() && !hasUnit();
    }

    /** Whether its clause says nothing else. */
    private boolean isAlone() {
        return IntStream.range(0, clause.size())
                .filter(place -> place != at)
                .mapToObj(clause::get)
                .allMatch(token -> token.is(Sense.STATES)
                        || (token.is(Sense.NUMBER)
                                && token.value(Sense.NUMBER)
                                        .filter(value()::equals)
                                        .isPresent())
                        || units.fits(token)
                        || Mentions.changesNothing(token, units.asked()));
    }
}
