package dev.parlance.prompt;

import java.util.Locale;

/** The way to ICU, which an application has only if its prompts need it. */
final class Icu {
    private static final boolean PRESENT = isPresent();

    private Icu() {}

    /**
     * A template that ICU reads.
     *
     * @throws IllegalArgumentException if ICU is not there, or finds the text ill-formed
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
