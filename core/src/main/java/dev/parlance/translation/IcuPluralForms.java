package dev.parlance.translation;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.util.Set;
import java.util.TreeSet;

/** The plural forms of a language, from ICU, an optional dependency. A text with plurals needs ICU anyway. */
final class IcuPluralForms {
    private static final String ALWAYS = "other";

    private IcuPluralForms() {}

    /** The names of the forms, such as {@code one} and {@code other}; without ICU, only {@code other}. */
    static Set<String> of(String tag) {
        try {
            Class.forName("com.ibm.icu.text.PluralRules", false, IcuPluralForms.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return Set.of(ALWAYS);
        }
        return new TreeSet<>(PluralRules.forLocale(ULocale.forLanguageTag(tag)).getKeywords());
    }
}
