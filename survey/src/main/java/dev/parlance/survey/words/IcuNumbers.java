package dev.parlance.survey.words;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Numbers as ICU spells them. They are spelled out in advance and looked up, because ICU's parser reads "five or six" as 5 and
 * unknown words as 0.
 */
final class IcuNumbers {
    private static final int GREATEST = 1_000;

    private IcuNumbers() {}

    static Map<String, Integer> spelled(Locale locale) {
        RuleBasedNumberFormat format =
                new RuleBasedNumberFormat(ULocale.forLocale(locale), RuleBasedNumberFormat.SPELLOUT);
        Map<String, Integer> spelled = new HashMap<>();
        // For an unknown language, ICU silently uses the language of the machine.
        String actual = format.getLocale(ULocale.ACTUAL_LOCALE).getLanguage();
        if (actual.equals(ULocale.forLocale(locale).getLanguage())) {
            for (int i = 0; i <= GREATEST; i++) {
                spelled.put(TextNormalizer.normalize(format.format(i)), i);
            }
        }
        return spelled;
    }
}
