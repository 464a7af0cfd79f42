package dev.parlance.survey.reading;

import dev.parlance.survey.words.TextNormalizer;
import dev.parlance.survey.words.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a reply apart: numbers in digits, signs that matter, and the longest expressions that the language or the question
 * knows. Whatever is left is unknown.
 */
final class ReplyTokens {
    /** The text of the expression for one or more star signs. */
    static final String STAR = "\u2B50";

    private static final int LONGEST = 300;
    private static final int LONGEST_LABEL = 12;
    private static final int MOST_STARS = 20;

    private static final Pattern STARS = Pattern.compile("(?:[\\u2B50\\u2605\\x{1F31F}]\\uFE0F?\\s*)+");
    private static final Pattern NUMBER =
            Pattern.compile("\\d+(?:[.,\\u066B\\u066C'\\u2019]\\d+)*|(?<![\\d\\p{L}])[.,]\\d+");
    /** "1 250,90", as some languages write it. */
    private static final Pattern NUMBER_WITH_BLANKS =
            Pattern.compile("\\d{1,3}(?: \\d{3})+(?:[.,]\\d+)?(?!\\d)|" + NUMBER.pattern());

    private static final Pattern WORDS =
            Pattern.compile("(?:[\\p{L}\\p{M}\\u3007'\\u2019\\-\\u2010\\u2011_\\s]|(?<=\\p{L})[/.](?=\\p{L}))+");
    private static final Pattern RANGE = Pattern.compile("\\s*[-\\u2010-\\u2015~\\uFF5E]+\\s*(?=\\d)");
    /** "500/-", as amounts are written in India. */
    private static final Pattern AFTER_AMOUNT = Pattern.compile("(?<=\\d)/-(?!\\d)");
    /** "18+". */
    private static final Pattern AND_MORE = Pattern.compile("\\+\\s*$");

    private static final Pattern CURRENCY = Pattern.compile("\\p{Sc}|(?<!\\p{L})(?:R\\$|US\\$|MX\\$)");
    private static final Map<Character, Sense> SIGNS = Map.of(
            '/', Sense.OUT_OF,
            '&', Sense.AND,
            '+', Sense.AND,
            '<', Sense.COMPARE,
            '>', Sense.COMPARE,
            '%', Sense.MEASURE,
            '\u00B0', Sense.MEASURE);

    /** "1º de mayo", "la 2ª". */
    private static final Pattern ORDINAL_SIGN = Pattern.compile("(?<=\\p{Nd})\\s?[\\u00BA\\u00AA]");

    private final Lexicon lexicon;
    private final Words words;
    private final Map<String, Token> labels;
    private final List<Token> tokens = new ArrayList<>();

    private ReplyTokens(Words words, Map<String, Token> labels) {
        this.lexicon = Lexicon.of(words);
        this.words = words;
        this.labels = labels;
    }

    /** The expressions of a reply; empty if it is too long to be an answer. */
    static List<Token> of(String reply, Words words) {
        return of(reply, words, Map.of());
    }

    /**
     * The expressions of a reply.
     *
     * @param labels further expressions by their keys, such as the labels of options. They come before those of the language.
     */
    static List<Token> of(String reply, Words words, Map<String, Token> labels) {
        if (reply.length() > LONGEST) {
            return List.of();
        }
        ReplyTokens reading = new ReplyTokens(words, labels);
        String plain = TextNormalizer.plainDigits(ORDINAL_SIGN.matcher(reply).replaceAll(""));
        reading.read(AFTER_AMOUNT.matcher(plain.replace('\u2212', '-')).replaceAll(""));
        return Spelled.join(reading.tokens);
    }

    private void read(String text) {
        int at = 0;
        while (at < text.length()) {
            at = next(text, at);
        }
    }

    private int next(String text, int at) {
        Matcher stars = STARS.matcher(text).region(at, text.length());
        if (stars.lookingAt()) {
            int count = (int) stars.group()
                    .codePoints()
                    .filter(c -> c == 0x2B50 || c == 0x2605 || c == 0x1F31F)
                    .count();
            if (count <= MOST_STARS) {
                add(Token.of(STAR, Sense.NUMBER, BigDecimal.valueOf(count), true));
            }
            return stars.end();
        }
        Matcher range = RANGE.matcher(text).region(at, text.length());
        if (endsWithDigits() && range.lookingAt()) {
            add(Token.of("-", Sense.TO, BigDecimal.ZERO, false));
            return range.end();
        }
        Matcher currency = CURRENCY.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (currency.lookingAt()) {
            add(Token.of(currency.group(), Sense.MONEY, BigDecimal.ZERO, false));
            return currency.end();
        }
        Pattern digits = NumberReader.groupsByBlanks(words) ? NUMBER_WITH_BLANKS : NUMBER;
        Matcher number = digits.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (number.lookingAt()) {
            boolean isNegative = at > 0 && text.charAt(at - 1) == '-' && tokens.isEmpty();
            number(number.group(), isNegative);
            return number.end();
        }
        Matcher word = WORDS.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (word.lookingAt()) {
            words(word.group());
            return word.end();
        }
        if (AND_MORE.matcher(text).region(at, text.length()).lookingAt() && endsWithDigits()) {
            add(Token.of("+", Sense.COMPARE, BigDecimal.ZERO, false));
            return text.length();
        }
        Optional.ofNullable(SIGNS.get(text.charAt(at)))
                .ifPresent(sense -> add(Token.of(String.valueOf(text.charAt(at)), sense, BigDecimal.ZERO, false)));
        return at + Character.charCount(text.codePointAt(at));
    }

    private boolean endsWithDigits() {
        return !tokens.isEmpty() && tokens.get(tokens.size() - 1).isDigits();
    }

    private void number(String digits, boolean isNegative) {
        Optional<BigDecimal> value = NumberReader.digits(digits, words);
        if (value.isEmpty()) {
            add(Token.unknown(digits));
        } else {
            add(Token.of(digits, Sense.NUMBER, isNegative ? value.get().negate() : value.get(), true));
        }
    }

    private void words(String text) {
        List<String> units = Units.of(text);
        int longest = Math.max(lexicon.longest(), labels.isEmpty() ? 0 : LONGEST_LABEL);
        for (int at = 0; at < units.size(); ) {
            String digits = ChineseDigits.startingAt(units, at, lexicon);
            if (!digits.isEmpty()) {
                number(digits, false);
                at += digits.length();
                continue;
            }
            int length = Math.min(longest, units.size() - at);
            Optional<Token> found = Optional.empty();
            for (; length > 0 && found.isEmpty(); length--) {
                found = expression(units, at, length);
            }
            if (found.isPresent()) {
                add(found.get());
                at += length + 1;
            } else {
                unknown(units.get(at));
                at++;
            }
        }
    }

    /** The expression at a place. What changes nothing does not cut the label of an option: "quedé muy satisfecho". */
    private Optional<Token> expression(List<String> units, int at, int length) {
        Optional<Token> found = known(String.join(" ", units.subList(at, at + length)));
        boolean isFiller = length > 1
                && !labels.isEmpty()
                && found.filter(token -> token.is(Sense.AROUND) && !token.is(Sense.LABEL))
                        .isPresent();
        return isFiller && cutsLabel(units, at, at + length) ? Optional.empty() : found;
    }

    private boolean cutsLabel(List<String> units, int from, int to) {
        for (int start = from + 1; start < to; start++) {
            int last = Math.min(units.size(), start + LONGEST_LABEL);
            for (int end = to + 1; end <= last; end++) {
                if (labels.containsKey(String.join(" ", units.subList(start, end)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private Optional<Token> known(String key) {
        Token label = labels.get(key);
        return label != null ? Optional.of(label) : lexicon.find(key).map(senses -> new Token(key, senses, false));
    }

    /** A word that no list has may be a known one with a joined prefix, or several numbers in one. */
    private void unknown(String unit) {
        List<Token> numbers = Compounds.split(unit, lexicon);
        if (!numbers.isEmpty()) {
            numbers.forEach(this::add);
            return;
        }
        for (int length = Math.min(3, unit.length() - 2); length > 0; length--) {
            Optional<Map<Sense, Token.Meaning>> prefix = lexicon.find(unit.substring(0, length));
            Optional<Token> rest = known(unit.substring(length));
            if (prefix.filter(senses -> senses.containsKey(Sense.PREFIX)).isPresent() && rest.isPresent()) {
                add(new Token(unit.substring(0, length), prefix.get(), false));
                add(rest.get());
                return;
            }
        }
        add(Token.unknown(unit));
    }

    private void add(Token token) {
        tokens.add(token);
    }
}
