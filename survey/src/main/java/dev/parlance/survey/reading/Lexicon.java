package dev.parlance.survey.reading;

import dev.parlance.survey.words.Words;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * The expressions that surround and make up answers in one language: from a survey's {@link Words}, which come first, and from
 * the language's {@link LexiconFile}.
 */
final class Lexicon {
    private static final Map<Words, Lexicon> BUILT = Collections.synchronizedMap(new WeakHashMap<>());

    private final SenseTable file;
    /** The expressions that the words have, with what the file knows of them. */
    private final Map<String, Map<Sense, Token.Meaning>> own = new HashMap<>();

    private final int longest;

    private Lexicon(Words words) {
        this.file = LexiconFile.of(words.locale().getLanguage());
        SenseTable table = table(words);
        for (String key : table.keys()) {
            Map<Sense, Token.Meaning> senses = new EnumMap<>(Sense.class);
            senses.putAll(file.find(key));
            senses.putAll(table.find(key));
            own.put(key, senses);
        }
        this.longest = Math.max(file.longest(), table.longest());
    }

    static Lexicon of(Words words) {
        return BUILT.computeIfAbsent(words, Lexicon::new);
    }

    private static SenseTable table(Words words) {
        SenseTable table = new SenseTable();
        add(table, words, "yes", Sense.YES);
        add(table, words, "no", Sense.NO);
        add(table, words, "polite", Sense.AROUND);
        add(table, words, "and", Sense.AND);
        add(table, words, "morning", Sense.MORNING);
        add(table, words, "afternoon", Sense.AFTERNOON);
        add(table, words, "night", Sense.NIGHT);
        add(table, words, "clock", Sense.CLOCK);
        add(table, words, "noon", Sense.NOON);
        add(table, words, "midnight", Sense.MIDNIGHT);
        add(table, words, "beforeDay", Sense.DATE_WORD);
        addDay(table, words, "today", 0);
        addDay(table, words, "tomorrow", 1);
        addDay(table, words, "yesterday", -1);
        addDay(table, words, "dayAfterTomorrow", 2);
        addDay(table, words, "dayBeforeYesterday", -2);
        words.numbers()
                .forEach((word, value) ->
                        table.add(word, Sense.NUMBER, BigDecimal.valueOf(value), place(words, "numbers")));
        words.heardNumbers().forEach((word, value) -> {
            if (!words.numbers().containsKey(word)) {
                table.add(word, Sense.HEARD, BigDecimal.valueOf(value), place(words, "heardNumbers"));
            }
        });
        addCalendar(table, words);
        return table;
    }

    private static void add(SenseTable table, Words words, String list, Sense sense) {
        words.list(list).forEach(word -> table.add(word, sense, BigDecimal.ZERO, place(words, list)));
    }

    private static void addDay(SenseTable table, Words words, String list, int distance) {
        words.list(list).forEach(word -> table.add(word, Sense.DAY, BigDecimal.valueOf(distance), place(words, list)));
    }

    private static void addCalendar(SenseTable table, Words words) {
        Locale locale = words.locale();
        String place = place(words, "calendar");
        Dates.months(locale).forEach((name, month) -> table.add(name, Sense.MONTH, BigDecimal.valueOf(month), place));
        for (DayOfWeek day : DayOfWeek.values()) {
            for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT)) {
                table.add(day.getDisplayName(style, locale), Sense.WEEKDAY, BigDecimal.valueOf(day.getValue()), place);
            }
        }
    }

    private static String place(Words words, String list) {
        return words.language().tag() + " " + list;
    }

    /** The number of units in the longest expression. */
    int longest() {
        return longest;
    }

    Optional<Map<Sense, Token.Meaning>> find(String key) {
        Map<Sense, Token.Meaning> senses = own.get(key);
        return Optional.of(senses == null ? file.find(key) : senses).filter(found -> !found.isEmpty());
    }
}
