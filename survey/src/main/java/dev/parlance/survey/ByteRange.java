package dev.parlance.survey;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file that a request wants.
 *
 * @param first the first byte; -1 for the last bytes of the file
 * @param last the last byte, or how many of the last bytes; -1 for all that follow
 */
record ByteRange(int first, int last) {
    /** The whole file. Also stands for several ranges at once and for malformed ones, which may be ignored. */
    static final ByteRange WHOLE = new ByteRange(-1, -1);

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,9})-(\\d{0,9})");

    static ByteRange parse(String header) {
        Matcher range = RANGE.matcher(header.strip());
        return range.matches() ? new ByteRange(number(range.group(1)), number(range.group(2))) : WHOLE;
    }

    private static int number(String digits) {
        return digits.isEmpty() ? -1 : Integer.parseInt(digits);
    }

    /** The first and the last byte in a file of this length; empty if it has none of them. */
    Optional<ByteRange> within(int length) {
        int start = first < 0 ? Math.max(0, length - last) : first;
        int end = first < 0 || last < 0 ? length - 1 : Math.min(last, length - 1);
        return start <= end ? Optional.of(new ByteRange(start, end)) : Optional.empty();
    }
}
