package dev.parlance.survey.reading;

import java.util.regex.Pattern;

/** Matches a survey's own pattern, for a bounded time: what cannot be decided within it, does not match. */
public final class BoundedMatch {
    /** How often a pattern may look at a letter. A plain pattern looks at each a few times. */
    private static final int BUDGET = 200_000;

    private BoundedMatch() {}

    /** Whether all of the text looks like the pattern. */
    public static boolean matches(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Counted(text, BUDGET)).matches();
        } catch (Overrun | StackOverflowError e) {
            // Java's patterns recurse for each round of a group: a long text may be too deep for any stack.
            return false;
        }
    }

    /** Whether a pattern needs more than its time for a text. */
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

    /** A text that counts how often it is looked at. */
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
            super("the pattern looks at the text too often", null, false, false);
        }
    }
}
