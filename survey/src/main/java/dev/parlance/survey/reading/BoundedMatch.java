package dev.parlance.survey.reading;

import java.util.regex.Pattern;

/** Matches patterns from survey definitions with a bounded effort; a text that exceeds it does not match. */
public final class BoundedMatch {
    /** The most character reads in one match. A simple pattern reads each character a few times. */
    private static final int BUDGET = 200_000;

    private BoundedMatch() {}

    /** Whether the whole text matches the pattern. */
    public static boolean matches(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Counted(text, BUDGET)).matches();
        } catch (Overrun | StackOverflowError e) {
            // Java's patterns recurse for each repetition of a group, so a long text can overflow the stack.
            return false;
        }
    }

    /** Whether matching a pattern with a text exceeds the effort allowed. */
    public static boolean overruns(Pattern pattern, String text) {
        try {
            pattern.matcher(new Counted(text, BUDGET)).matches();
            return false;
        } catch (Overrun e) {
            return true;
        } catch (StackOverflowError e) {
            return false;
        }
    }

    /** A text that counts how often its characters are read. */
    private static final class Counted implements CharSequence {
        private final CharSequence text;
        private int left;

        Counted(CharSequence text, int left) {
            this.text = text;
            this.left = left;
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new Overrun();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static final class Overrun extends RuntimeException {
        private static final long serialVersionUID = 1;

        Overrun() {
            super("the pattern reads the text too often", null, false, false);
        }
    }
}
