package dev.parlance.survey.words;

import java.util.regex.Pattern;

/** Texts of one line, as prompts have their values and Twilio wants the variables of a content. */
public final class OneLine {
    /** As long as an invitation allows. Twilio takes variables of up to 1,600 characters. */
    private static final int LONGEST_VARIABLE = 1_000;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

    private OneLine() {}

    /** A text without line breaks, control characters and double blanks. */
    public static String of(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    /** The same, cut to a length in characters. */
    public static String of(String text, int longest) {
        String line = of(text);
        int end = line.offsetByCodePoints(0, Math.min(longest, line.codePointCount(0, line.length())));
        return line.substring(0, end);
    }

    /** A variable of an invitation, as all channels say it. */
    public static String variable(String value) {
        return of(value, LONGEST_VARIABLE);
    }
}
