package dev.parlance.account;

/** Checks what names a thing at Twilio, before it becomes part of a URL or a token. */
final class Sid {
    private Sid() {}

    static String check(String sid, String prefixes) {
        if (!sid.matches("(" + prefixes + ")[0-9a-fA-F]{32}")) {
            throw new IllegalArgumentException("A SID is " + prefixes.replace("|", " or ")
                    + " and 32 hexadecimal digits; what was given is something else, of " + sid.length()
                    + " characters");
        }
        return sid;
    }
}
