package dev.parlance.twiml;

import java.util.regex.Pattern;

/** Checks names of elements and attributes, with or without a prefix. Twilio's names are all ASCII. */
final class XmlName {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w.-]*(:[A-Za-z_][\\w.-]*)?");

    private XmlName() {}

    static String checked(String name, Object place) {
        if (!NAME.matcher(name).matches()) {
            throw new TwimlException(
                    "In " + place + ", \"" + name + "\" is not a valid name. Use ASCII letters, digits, '_',"
                            + " '-' and '.', starting with a letter or '_', with an optional prefix and ':'.");
        }
        return name;
    }
}
