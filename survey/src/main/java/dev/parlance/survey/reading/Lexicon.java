package dev.parlance.survey.reading;

import dev.parlance.survey.words.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The expressions that surround and make up answers in one language: from the file {@code parlance-survey-replies/xx.txt}, and
 * from the language's own {@link Words}.
 */
final class Lexicon {
    private static final String FOLDER = "/parlance-survey-replies/";

    private final Map<String, Map<Sense, Token.Meaning>> senses = new HashMap<>();
    private int longest = 1;

    private Lexicon(Words words) {
        add(words, "yes", Sense.YES);
        add(words, "no", Sense.NO);
        add(words, "polite", Sense.AROUND);
        add(words, "and", Sense.AND);
        add(words, "morning", Sense.MORNING);
        add(words, "afternoon", Sense.AFTERNOON);
        add(words, "night", Sense.NIGHT);
        add(words, "clock", Sense.CLOCK);
        add(words, "noon", Sense.NOON);
        add(words, "midnight", Sense.MIDNIGHT);
        add(words, "beforeDay", Sense.DATE_WORD);
        addDay(words, "today", 0);
        addDay(words, "tomorrow", 1);
        addDay(words, "yesterday", -1);
        addDay(words, "dayAfterTomorrow", 2);
        addDay(words, "dayBeforeYesterday", -2);
        words.numbers().forEach((word, value) -> add(word, Sense.NUMBER, BigDecimal.valueOf(value), "numbers"));
        words.heardNumbers().forEach((word, value) -> {
            if (!words.numbers().containsKey(word)) {
                add(word, Sense.HEARD, BigDecimal.valueOf(value), "heardNumbers");
            }
        });
        addCalendar(words.locale());
        String file = words.locale().getLanguage() + ".txt";
        try (@Nullable InputStream stream = Lexicon.class.getResourceAsStream(FOLDER + file)) {
            if (stream != null) {
                read(stream, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The list " + file + " can't be read", e);
        }
    }

    static Lexicon of(Words words) {
        return new Lexicon(words);
    }

    private void add(Words words, String list, Sense sense) {
        words.list(list).forEach(word -> add(word, sense, BigDecimal.ZERO, list));
    }

    private void addDay(Words words, String list, int distance) {
        words.list(list).forEach(word -> add(word, Sense.DAY, BigDecimal.valueOf(distance), list));
    }

    private void addCalendar(Locale locale) {
        Dates.months(locale).forEach((name, month) -> add(name, Sense.MONTH, BigDecimal.valueOf(month), "calendar"));
        for (DayOfWeek day : DayOfWeek.values()) {
            for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT)) {
                add(day.getDisplayName(style, locale), Sense.WEEKDAY, BigDecimal.valueOf(day.getValue()), "calendar");
            }
        }
    }

    /** Reads sections like {@code [around]}, with expressions separated by commas; a value follows an equals sign. */
    private void read(InputStream stream, String file) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        Sense section = Sense.AROUND;
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            String place = file + ":" + number;
            if (text.startsWith("[") && text.endsWith("]")) {
                section = section(text.substring(1, text.length() - 1), place);
                continue;
            }
            for (String entry : Words.split(text)) {
                int equals = entry.lastIndexOf('=');
                String phrase = equals < 0 ? entry : entry.substring(0, equals);
                BigDecimal value = equals < 0
                        ? BigDecimal.ZERO
                        : new BigDecimal(entry.substring(equals + 1).strip());
                add(phrase, section, value, place);
            }
        }
    }

    private static Sense section(String name, String place) {
        try {
            return Sense.valueOf(name.strip().toUpperCase(Locale.ROOT).replace(' ', '_'));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(place + ": there is no section [" + name + "]", e);
        }
    }

    /** Adds an expression, also as people type it who leave apostrophes and hyphens out. */
    private void add(String phrase, Sense sense, BigDecimal value, String place) {
        put(Units.key(phrase), sense, value, place);
        put(Units.key(phrase.replaceAll("['\\u2019]", "")), sense, value, place);
    }

    private void put(String key, Sense sense, BigDecimal value, String place) {
        if (!key.isEmpty()) {
            longest = Math.max(longest, Units.count(key));
            senses.computeIfAbsent(key, unused -> new EnumMap<>(Sense.class))
                    .putIfAbsent(sense, new Token.Meaning(value, place));
        }
    }

    /** The number of units in the longest expression. */
    int longest() {
        return longest;
    }

    Optional<Map<Sense, Token.Meaning>> find(String key) {
        return Optional.ofNullable(senses.get(key));
    }
}
