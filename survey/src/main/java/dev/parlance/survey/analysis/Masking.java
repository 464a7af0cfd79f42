package dev.parlance.survey.analysis;

import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.ContactRecord;
import dev.parlance.survey.session.Session;
import dev.parlance.survey.words.TextNormalizer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides what could identify a person in their own words: e-mail addresses, links, {@code @names}, long numbers, and the words of
 * the person's contact fields and variables, such as their name.
 */
final class Masking {
    static final String MASK = "#";
    private static final int LEAST_LETTERS = 3;
    /** A name in Chinese has two or three characters. */
    private static final int LEAST_UNSPACED = 2;

    /** A longer text is cut, so that no text takes long. */
    private static final int MAX_LENGTH = 2_000;

    private static final Pattern ACCOUNT_OR_LINK =
            Pattern.compile("(?<!\\S)\\S*(?:[@\\uFF20]|://|www\\.|\\.\\p{L}{2,}/)\\S*");
    /** Five digits and more, also in groups: phone numbers, dates of birth, accounts. */
    private static final Pattern LONG_NUMBER = Pattern.compile("\\+?\\p{Nd}(?:[^\\p{L}\\p{Nd}\\n]{0,2}\\p{Nd}){4,}");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+(?:['\\u2019][\\p{L}\\p{M}]+)?");

    /** Scripts that are written without spaces, or with endings on names. */
    private static final Pattern UNSPACED = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]+");

    private final Set<String> known = new HashSet<>();
    /** What is hidden also within a word; the longest first. */
    private final Set<String> unspaced =
            new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /** What is known of a person. */
    Masking(Session session, ContactRecord contact) {
        session.variables().values().forEach(this::know);
        contact.fields().values().stream().map(Value::text).forEach(this::know);
    }

    private void know(String value) {
        for (String word : TextNormalizer.normalize(value).split(" ", -1)) {
            if (word.codePointCount(0, word.length()) >= LEAST_LETTERS) {
                known.add(word);
            }
        }
        UNSPACED.matcher(value)
                .results()
                .map(MatchResult::group)
                .filter(part -> part.codePointCount(0, part.length()) >= LEAST_UNSPACED)
                .forEach(unspaced::add);
    }

    String of(String text) {
        String plain = ACCOUNT_OR_LINK.matcher(cut(text)).replaceAll(MASK);
        String hidden = LONG_NUMBER.matcher(plain).replaceAll(MASK);
        for (String part : unspaced) {
            hidden = hidden.replace(part, MASK);
        }
        return known.isEmpty() ? hidden : WORD.matcher(hidden).replaceAll(this::word);
    }

    /** Cuts between words, because half a name would not be found. */
    private static String cut(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        int space = text.lastIndexOf(' ', MAX_LENGTH);
        return text.substring(0, space < 0 ? MAX_LENGTH : space) + "…";
    }

    private String word(MatchResult word) {
        return known.contains(TextNormalizer.normalize(word.group())) ? MASK : Matcher.quoteReplacement(word.group());
    }
}
