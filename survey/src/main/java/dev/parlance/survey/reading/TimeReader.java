package dev.parlance.survey.reading;

import dev.parlance.survey.words.TextNormalizer;
import dev.parlance.survey.words.Words;
import java.time.LocalTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times of day. If an hour from 1 to 12 may be before or after noon, the respondent is asked. */
public final class TimeReader {
    private static final int LONGEST = 60;
    private static final Pattern ONE_WORD = Pattern.compile("(\\d{1,2})(\\d{2})");
    private static final Pattern CLOCK = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?!\\d)(?:\\s*(?:[:.h时時点點]|uhr|heures?|horas?)\\s*(\\d{2})(?!\\d)|\\s+(\\d{2})(?!\\d))?");
    /** "p. m." */
    private static final Pattern HALF_WITH_POINTS = Pattern.compile("([ap])[.\\s]{1,2}m(?!\\p{L})\\.?");
    /** Characters that make a number something other than a time. */
    private static final Pattern NO_TIME = Pattern.compile("[\\d\\p{Sc}\\p{Sm}\\p{Pd}/%*#@&]");

    enum Half {
        MORNING("morning"),
        AFTERNOON("afternoon"),
        NIGHT("night");

        private final String key;

        Half(String key) {
            this.key = key;
        }
    }

    private final Words words;

    private TimeReader(Words words) {
        this.words = words;
    }

    /** Returns the times that a text may mean. Four digits are hours and minutes. */
    public static Guess<LocalTime> read(String text, Words words) {
        return text.length() > LONGEST ? Guess.none() : new TimeReader(words).read(text);
    }

    private Guess<LocalTime> read(String text) {
        String folded = TextNormalizer.normalize(text);
        if (words.list("noon").contains(folded)) {
            return Guess.sure(LocalTime.NOON);
        }
        if (words.list("midnight").contains(folded)) {
            return Guess.sure(LocalTime.MIDNIGHT);
        }
        String written = HALF_WITH_POINTS
                .matcher(TextNormalizer.lower(TextNormalizer.plainDigits(text)).strip())
                .replaceAll("$1m");
        Matcher oneWord = ONE_WORD.matcher(written);
        if (oneWord.matches()) {
            return time(number(oneWord, 1), number(oneWord, 2), written.length() == 4, Optional.empty());
        }
        Matcher clock = CLOCK.matcher(written);
        if (!clock.find()) {
            return spelled(" " + folded + " ");
        }
        String rest = written.substring(0, clock.start()) + " " + written.substring(clock.end());
        return NO_TIME.matcher(rest).find() ? Guess.none() : onTheClock(clock, rest);
    }

    private Guess<LocalTime> onTheClock(Matcher clock, String rest) {
        String around = " " + TextNormalizer.normalize(rest) + " ";
        Optional<Half> half = half(around);
        if (!without(around, half).isBlank()) {
            return Guess.none();
        }
        boolean hasMinutes = clock.group(2) != null || clock.group(3) != null;
        int minute = !hasMinutes ? 0 : number(clock, clock.group(2) == null ? 3 : 2);
        boolean isPlain = clock.group(1).startsWith("0") || (hasMinutes && countsTo24());
        return time(number(clock, 1), minute, isPlain, half);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private Guess<LocalTime> spelled(String folded) {
        Optional<Half> half = half(folded);
        String rest = without(folded, half).strip();
        return words.number(rest, true).map(hour -> time(hour, 0, false, half)).orElseGet(Guess::none);
    }

    private Optional<Half> half(String around) {
        for (Half half : Half.values()) {
            for (String mark : marks(half)) {
                if (around.contains(" " + mark + " ")) {
                    return Optional.of(half);
                }
            }
        }
        return Optional.empty();
    }

    /** Removes the words for the half of the day and for the clock. */
    private String without(String around, Optional<Half> half) {
        String rest = around;
        List<String> known = new ArrayList<>(words.list("clock"));
        half.ifPresent(of -> known.addAll(marks(of)));
        known.sort((a, b) -> b.length() - a.length());
        for (String word : known) {
            rest = rest.replace(" " + word + " ", "  ");
        }
        return rest;
    }

    private List<String> marks(Half half) {
        List<String> marks = new ArrayList<>(words.list(half.key));
        if (half != Half.NIGHT) {
            LocalTime example = LocalTime.of(half == Half.MORNING ? 6 : 18, 0);
            marks.add(half == Half.MORNING ? "am" : "pm");
            marks.add(TextNormalizer.normalize(
                    DateTimeFormatter.ofPattern("a", words.locale()).format(example)));
        }
        marks.removeIf(String::isEmpty);
        return marks;
    }

    /** Whether the language writes 14:30 instead of 2:30 pm. */
    private boolean countsTo24() {
        Locale locale = words.locale();
        return !DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        null, FormatStyle.SHORT, IsoChronology.INSTANCE, locale)
                .contains("a");
    }

    static Guess<LocalTime> time(int hour, int minute, boolean isPlain, Optional<Half> half) {
        if (hour > 23 || minute > 59) {
            return Guess.none();
        }
        if (half.isPresent()) {
            return hour < 1 || hour > 12
                    ? Guess.none()
                    : Guess.sure(LocalTime.of(hour % 12 + (isAfterNoon(hour, half.get()) ? 12 : 0), minute));
        }
        LocalTime written = LocalTime.of(hour, minute);
        return isPlain || hour == 0 || hour > 12
                ? Guess.sure(written)
                : Guess.perhaps(List.of(written, written.plusHours(12)));
    }

    /** Eleven at night is before midnight, twelve at night is midnight, one at night is after. */
    private static boolean isAfterNoon(int hour, Half half) {
        return half == Half.AFTERNOON || (half == Half.NIGHT && hour > 4 && hour < 12);
    }
}
