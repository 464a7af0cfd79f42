package dev.parlance.twiml;

import java.util.regex.Pattern;

/** Names of elements and attributes, with or without a prefix. Those of Twilio are ASCII. */
final class XmlName {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w.-]*(:[A-Za-z_][\\w.-]*)?");

    private XmlName() {}

    static String checked(String name, Object place) {
        if (!NAME.matcher(name).matches()) {
            throw new TwimlException("In " + place + ", \"" + name + "\" is no name: write ASCII letters, digits, '_',"
                    + " '-' and '.', beginning with a letter or '_', after a prefix and ':' if need be.");
        }
        return name;
    }
}
