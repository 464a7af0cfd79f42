package dev.parlance.survey.words;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in words that the bundle lacks. Needs ICU; without it, nothing is found. The list is built when the first such word
 * arrives.
 */
final class SpelledNumbers {
    private static final boolean ICU_IS_AVAILABLE = isAvailable();

    private final Locale locale;
    private volatile @Nullable Map<String, Integer> spelled;

    SpelledNumbers(Locale locale) {
        this.locale = locale;
    }

    Optional<Integer> find(String folded) {
        if (!ICU_IS_AVAILABLE || folded.isEmpty() || !Character.isLetter(folded.codePointAt(0))) {
            return Optional.empty();
        }
        Map<String, Integer> known = spelled;
        if (known == null) {
            known = IcuNumbers.spelled(locale);
            spelled = known;
        }
        return Optional.ofNullable(known.get(folded));
    }

    private static boolean isAvailable() {
        try {
            Class.forName("com.ibm.icu.text.RuleBasedNumberFormat", false, SpelledNumbers.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
