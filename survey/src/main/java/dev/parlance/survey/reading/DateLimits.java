package dev.parlance.survey.reading;

import java.util.List;

/** Whether a reply compares dates or names a range of them. */
final class DateLimits {
    private DateLimits() {}

    /** "After May 3" compares; a word that counts from today, as the "after" of "after two days" in Chinese, does not. */
    static boolean compares(List<Token> tokens, boolean isWritten, Trail trail) {
        boolean isCounted = !isWritten
                && Mentions.has(tokens, Sense.DAYS, Sense.MONTHS, Sense.YEARS)
                && !Mentions.has(tokens, Sense.MONTH, Sense.DAY, Sense.HOLIDAY, Sense.WEEKDAY);
        boolean hasDate = isWritten || Mentions.has(tokens, Sense.MONTH, Sense.HOLIDAY, Sense.DAY);
        return tokens.stream()
                .filter(token -> !isCounted || !token.isAny(Sense.AGO, Sense.AHEAD))
                .anyMatch(token -> trail.takes(token, Sense.COMPARE)
                        || (hasDate && isBefore(token) && trail.takes(token, Sense.AGO)));
    }

    /** The "before" of "before May 3" is the "ago" of "3 days ago" in some languages. */
    private static boolean isBefore(Token token) {
        return token.is(Sense.AGO) && !token.isAny(Sense.DATE_WORD, Sense.AROUND, Sense.DAYS, Sense.YEARS);
    }

    /** "From Monday to Friday". A word that also counts or joins, such as "from", makes no range by itself. */
    static boolean isRange(List<Token> tokens, Trail trail) {
        return tokens.stream()
                .filter(token -> !token.isAny(Sense.DATE_WORD, Sense.AHEAD, Sense.AGO))
                .anyMatch(token -> trail.takes(token, Sense.TO));
    }
}
