package dev.parlance.prompt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The encoding and the number of SMS segments of a text.
 *
 * <pre>{@code
 * SmsText cost = SmsText.of("¿Cómo estás?");
 * cost.encoding();        // UCS_2
 * cost.segments();        // 1
 * cost.forcingUcs2();     // [ó, á]
 * }</pre>
 *
 * @param encoding the encoding of the text
 * @param units its length in septets of GSM-7, or in 16-bit units of UCS-2
 * @param segments the number of messages it is billed as; an empty text is billed as one
 * @param forcingUcs2 the characters that GSM-7 doesn't have, each once, in order
 */
public record SmsText(Encoding encoding, int units, int segments, List<String> forcingUcs2) {
    /** The longest body that Twilio accepts, in characters. */
    public static final int MAX_LENGTH = 1_600;

    /** How a text is encoded. */
    public enum Encoding {
        /** 7 bits per character: 160 in a single message, 153 in each part of a longer text. */
        GSM_7(160, 153),
        /** 16 bits per character: 70 in a single message, 67 in each part of a longer text. */
        UCS_2(70, 67);

        private final int single;
        private final int concatenated;

        Encoding(int single, int concatenated) {
            this.single = single;
            this.concatenated = concatenated;
        }
    }

    private static final Pattern CLUSTER = Pattern.compile("\\X");

    /** Where to split, best first. Only the second half of the text that fits is searched. */
    private static final List<Pattern> SPLIT_POINTS = List.of(
            Pattern.compile("\\n\\s*\\n"),
            Pattern.compile("\\n"),
            Pattern.compile("(?<=[.!?…。！？؟।])\\s+"),
            Pattern.compile("\\s+"));

    /** Counts the units and segments of a text. */
    public static SmsText of(String text) {
        Set<String> nonGsm7 = new LinkedHashSet<>();
        text.codePoints().filter(c -> Gsm7.septets(c) == 0).forEach(c -> nonGsm7.add(Character.toString(c)));
        Encoding encoding = nonGsm7.isEmpty() ? Encoding.GSM_7 : Encoding.UCS_2;
        int units = text.codePoints().map(c -> units(c, encoding)).sum();
        int segments = units <= encoding.single ? 1 : countSegments(text, encoding);
        return new SmsText(encoding, units, segments, List.copyOf(nonGsm7));
    }

    private static int units(int codePoint, Encoding encoding) {
        return encoding == Encoding.GSM_7 ? Gsm7.septets(codePoint) : Character.charCount(codePoint);
    }

    /** A character of two units is never split, so a segment can end one unit early. */
    private static int countSegments(String text, Encoding encoding) {
        int segments = 1;
        int used = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int units = units(codePoint, encoding);
            if (used + units > encoding.concatenated) {
                segments++;
                used = 0;
            }
            used += units;
            i += Character.charCount(codePoint);
        }
        return segments;
    }

    /**
     * Splits a text into parts of at most {@code limit} characters: after a paragraph, a line, a sentence or a word. Never
     * splits a character as people see it, unless it alone is too long. Only whitespace at a split is lost.
     *
     * @param limit the length of the longest part, for example {@link #MAX_LENGTH}
     */
    public static List<String> split(String text, int limit) {
        if (limit < 2) {
            throw new IllegalArgumentException("The limit must be at least 2, not " + limit);
        }
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (text.length() - start > limit) {
            int end = splitPosition(text, start, limit);
            parts.add(text.substring(start, end).stripTrailing());
            start = end;
            while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
                start++;
            }
        }
        if (start < text.length() || parts.isEmpty()) {
            parts.add(text.substring(start));
        }
        parts.removeIf(part -> part.isEmpty() && parts.size() > 1);
        return List.copyOf(parts);
    }

    private static int splitPosition(String text, int start, int limit) {
        int end = start + limit;
        int middle = start + limit / 2;
        for (Pattern place : SPLIT_POINTS) {
            Matcher found = place.matcher(text).region(middle, end + 1).useTransparentBounds(true);
            int last = -1;
            while (found.find()) {
                last = found.start();
            }
            if (last > start) {
                return last;
            }
        }
        return lastCluster(text, start, end);
    }

    private static int lastCluster(String text, int start, int end) {
        Matcher clusters = CLUSTER.matcher(text).region(start, text.length());
        int cut = start;
        while (clusters.find() && clusters.end() <= end) {
            cut = clusters.end();
        }
        if (cut > start) {
            return cut;
        }
        return Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end)) ? end - 1 : end;
    }

    /** The encoding, units and segments, never the text itself. */
    @Override
    public String toString() {
        return encoding + ", " + units + " units, " + segments + " segment(s)";
    }
}
