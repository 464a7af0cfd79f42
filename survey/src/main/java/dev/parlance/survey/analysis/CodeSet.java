package dev.parlance.survey.analysis;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** A set of codes, decided once for each code. Not thread-safe. */
final class CodeSet {
    private static final byte UNKNOWN = 0;
    private static final byte YES = 1;
    private static final byte NO = 2;

    private final IntPredicate isMember;
    private byte[] known = new byte[64];

    CodeSet(IntPredicate isMember) {
        this.isMember = isMember;
    }

    boolean contains(int code) {
        if (code >= known.length) {
            known = Arrays.copyOf(known, Math.max(code + 1, 2 * known.length));
        }
        if (known[code] == UNKNOWN) {
            known[code] = isMember.test(code) ? YES : NO;
        }
        return known[code] == YES;
    }
}
