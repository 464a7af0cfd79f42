package dev.parlance.survey.reading;

import dev.parlance.survey.words.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The one number of a long reply that answers the question, whatever else the reply says: "I'd put that at a nine, thank you for
 * asking". What it says has to be confirmed.
 */
final class StatedNumber {
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\d([\\s().\\-]{0,3}\\d){6}");

    private final List<NumberInClause> numbers;
    private final boolean isShort;

    private StatedNumber(List<NumberInClause> numbers, boolean isShort) {
        this.numbers = numbers;
        this.isShort = isShort;
    }

    /** The number; empty if several fit, or something is against the only one. */
    static Optional<BigDecimal> find(String reply, Words words, NumberMention.Scale scale, QuestionUnits units) {
        Clauses clauses = Clauses.stated(reply, words);
        boolean isCompared = clauses.all().stream().anyMatch(clause -> compares(clause.tokens()));
        if (isCompared
                || clauses.has(Sense.UNSURE)
                || PHONE_NUMBER.matcher(reply).find()) {
            return Optional.empty();
        }
        List<NumberInClause> numbers = clauses.all().stream()
                .flatMap(clause -> NumberInClause.allOf(clause.tokens(), scale, units).stream())
                .toList();
        return new StatedNumber(numbers, scale.isShort()).find();
    }

    /** Whether a clause only compares, as in "four, more than that". */
    private static boolean compares(List<Token> clause) {
        return Mentions.has(clause, Sense.COMPARE)
                && clause.stream().noneMatch(token -> token.isUnknown() || token.is(Sense.NUMBER));
    }

    private Optional<BigDecimal> find() {
        List<NumberInClause> fitting =
                numbers.stream().filter(NumberInClause::canAnswer).toList();
        return alternates()
                ? Optional.empty()
                : stated(fitting)
                        .or(() -> only(fitting, number -> number.hasUnit() && !countsPart()))
                        .or(() -> only(fitting, number -> true).filter(number -> number.isBare() || !countsPart()))
                        .map(NumberInClause::value);
    }

    /** Whether two numbers come after the same unknown word: "sometimes 4 sometimes 6" in a language without that word. */
    private boolean alternates() {
        List<String> before = numbers.stream()
                .flatMap(number -> number.unknownBefore().stream())
                .toList();
        return before.stream().distinct().count() < before.size();
    }

    /** The last number after words such as "I give" or "that makes". A rating that follows it leaves both open. */
    private Optional<NumberInClause> stated(List<NumberInClause> fitting) {
        for (int i = fitting.size() - 1; i >= 0; i--) {
            if (fitting.get(i).isStated()) {
                boolean isOpen = isShort && !isSame(fitting.subList(i, fitting.size()));
                return isOpen ? Optional.empty() : Optional.of(fitting.get(i));
            }
        }
        return Optional.empty();
    }

    private static Optional<NumberInClause> only(List<NumberInClause> fitting, Predicate<NumberInClause> condition) {
        List<NumberInClause> found = fitting.stream().filter(condition).toList();
        return found.isEmpty() || !isSame(found) ? Optional.empty() : Optional.of(found.get(0));
    }

    private static boolean isSame(List<NumberInClause> numbers) {
        return numbers.stream()
                .allMatch(number -> number.value().compareTo(numbers.get(0).value()) == 0);
    }

    /** Whether a number counts only some of the people: in "2 adults and 3 kids", neither is the answer. */
    private boolean countsPart() {
        return !isShort && numbers.stream().anyMatch(NumberInClause::countsPeople);
    }
}
