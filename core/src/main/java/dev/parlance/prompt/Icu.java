package dev.parlance.prompt;

import com.ibm.icu.util.VersionInfo;
import java.util.Locale;

/** Access to ICU, an optional dependency. */
final class Icu {
    /** The oldest version that was tried. */
    private static final int OLDEST = 72;

    /** Empty if ICU works. */
    private static final String PROBLEM = problem();

    private Icu() {}

    /**
     * A template in ICU's message syntax.
     *
     * @throws IllegalArgumentException if ICU is missing or too old, or the text is malformed
     */
    static Template template(String text, Locale locale) {
        if (!PROBLEM.isEmpty()) {
            throw new IllegalArgumentException("plural, select and formats need ICU" + PROBLEM);
        }
        return new IcuTemplate(text, locale);
    }

    private static String problem() {
        try {
            Class.forName("com.ibm.icu.text.MessageFormat", false, Icu.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return ", which is not on the class path; add the dependency com.ibm.icu:icu4j";
        }
        try {
            // Calls now what is called for texts later, so that a missing method is found when prompts are loaded.
            new IcuTemplate("{n, plural, other {#}} {n, spellout}", Locale.ENGLISH).fill(name -> 1);
            return "";
        } catch (LinkageError e) {
            return " " + OLDEST + " or newer, but version " + VersionInfo.ICU_VERSION
                    + " is on the class path; update the dependency com.ibm.icu:icu4j (" + e.getMessage() + ")";
        }
    }
}
