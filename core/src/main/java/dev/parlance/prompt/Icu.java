package dev.parlance.prompt;

import java.util.Locale;

/** Access to ICU, an optional dependency. */
final class Icu {
    private static final boolean PRESENT = isPresent();

    private Icu() {}

    /**
     * A template in ICU's message syntax.
     *
     * @throws IllegalArgumentException if ICU is missing, or the text is malformed
     */
    static Template template(String text, Locale locale) {
        if (!PRESENT) {
            throw new IllegalArgumentException("plural, select and formats need ICU, which is not on the class path;"
                    + " add the dependency com.ibm.icu:icu4j");
        }
        return new IcuTemplate(text, locale);
    }

    private static boolean isPresent() {
        try {
            Class.forName("com.ibm.icu.text.MessageFormat", false, Icu.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
