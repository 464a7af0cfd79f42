package dev.parlance.survey.question;

import java.util.regex.Pattern;

/** The names of a contact's fields and groups: letters, digits and underscores. */
public final class ContactNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

    private ContactNames() {}

    /** Whether a field or a group can have this name. */
    public static boolean isValid(String name) {
        return NAME.matcher(name).matches();
    }

    /** What is wrong with a name. */
    public static String problem(String name) {
        return "is \"" + name
                + "\", but must start with a letter and contain at most 64 letters, digits and underscores";
    }
}
