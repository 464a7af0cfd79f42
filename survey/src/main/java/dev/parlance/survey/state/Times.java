package dev.parlance.survey.state;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Reads and writes times like {@link Instant}, but without a formatter: a session has dozens of times, and {@link
 * Instant#parse} alone caused a fifth of a turn's allocations.
 */
final class Times {
    private static final int SECONDS_END = "2026-11-21T12:00:00".length();
    private static final int NANOS = 9;
    /** What the first digit of a number with so many digits counts. */
    private static final int[] UNITS = {0, 1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

    private Times() {}

    static String write(Instant time) {
        if (time.isBefore(Instant.EPOCH) || !time.isBefore(YEAR_10000)) {
            return time.toString();
        }
        long seconds = time.getEpochSecond();
        int nanos = time.getNano();
        LocalDateTime utc = LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(SECONDS_END + NANOS + 2);
        append(text, utc.getYear(), 4).append('-');
        append(text, utc.getMonthValue(), 2).append('-');
        append(text, utc.getDayOfMonth(), 2).append('T');
        append(text, utc.getHour(), 2).append(':');
        append(text, utc.getMinute(), 2).append(':');
        append(text, utc.getSecond(), 2);
        if (nanos > 0) {
            int digits = nanos % 1_000_000 == 0 ? 3 : nanos % 1_000 == 0 ? 6 : NANOS;
            append(text.append('.'), nanos / UNITS[NANOS + 1 - digits], digits);
        }
        return text.append('Z').toString();
    }

    private static StringBuilder append(StringBuilder text, int number, int digits) {
        for (int unit = UNITS[digits]; unit > 0; unit /= 10) {
            text.append((char) ('0' + number / unit % 10));
        }
        return text;
    }

    static Instant read(String text) {
        boolean isUsual = text.length() > SECONDS_END
                && text.length() <= SECONDS_END + NANOS + 2
                && text.charAt(text.length() - 1) == 'Z';
        return isUsual && isDigitsAround(text) ? usual(text) : Instant.parse(text);
    }

    /** Whether the text has digits and separators in the same places as {@code 2026-11-21T12:00:00.123Z}. */
    private static boolean isDigitsAround(String text) {
        String pattern = "dddd-dd-ddTdd:dd:dd.ddddddddd";
        for (int i = 0; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            char wanted = pattern.charAt(i);
            if (wanted == 'd' ? c < '0' || c > '9' : c != wanted) {
                return false;
            }
        }
        return true;
    }

    private static Instant usual(String text) {
        LocalDate day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            return Instant.parse(text);
        }
        long seconds = day.toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second;
        return Instant.ofEpochSecond(seconds, nanos(text));
    }

    private static long nanos(String text) {
        int first = SECONDS_END + 1;
        int digits = Math.max(0, text.length() - 1 - first);
        long nanos = digits == 0 ? 0 : number(text, first, first + digits);
        for (int i = digits; i < NANOS; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
