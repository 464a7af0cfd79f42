package dev.parlance.survey.question;

import dev.parlance.survey.words.TextNormalizer;
import dev.parlance.survey.words.Words;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes an order as a list: "tea, then coffee", "tea > coffee", "1. tea 2. coffee" as "tea, coffee", and "213" as "2, 1, 3". */
final class RankingText {
    private static final String COMMA = ", ";
    private static final Pattern ARROW = Pattern.compile("->|[>\\u2192\\uFF1E]");
    private static final Pattern DIGITS = Pattern.compile("\\d(?:[\\s\\-]?\\d)+");
    private static final Pattern PLACE = Pattern.compile("(?:^|(?<=[\\s,;]))(\\d{1,2})[.):]\\s{0,3}(?=\\p{L})");

    private RankingText() {}

    /**
     * Writes an order as a list.
     *
     * @param isDigitEach whether each option has one digit
     */
    static String listed(String text, Words words, boolean isDigitEach) {
        String plain = TextNormalizer.plainDigits(text.strip());
        if (isDigitEach && DIGITS.matcher(plain).matches()) {
            return plain.replaceAll("\\D", "")
                    .chars()
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining(COMMA));
        }
        String apart = ARROW.matcher(withoutPlaces(plain)).replaceAll(COMMA);
        return then(words).matcher(apart).replaceAll(COMMA);
    }

    /** The text without the numbers of a list, if they count from 1. */
    private static String withoutPlaces(String text) {
        Matcher place = PLACE.matcher(text);
        int count = 0;
        while (place.find()) {
            count++;
            if (Integer.parseInt(place.group(1)) != count) {
                return text;
            }
        }
        return count > 1 ? place.replaceAll(COMMA) : text;
    }

    /** The words between one option and the next. Scripts without blanks have no edges of words. */
    private static Pattern then(Words words) {
        String any =
                Words.split(words.text("then")).stream().map(Pattern::quote).collect(Collectors.joining("|"));
        String edges = words.isSpaced() ? "(?<![\\p{L}\\p{M}])(?:" + any + ")(?![\\p{L}\\p{M}])" : any;
        return Pattern.compile(edges, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
