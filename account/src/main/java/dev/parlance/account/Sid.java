package dev.parlance.account;

/** Checks a SID before it becomes part of a URL or a token. */
final class Sid {
    private Sid() {}

    static String check(String sid, String prefixes) {
        if (!sid.matches("(" + prefixes + ")[0-9a-fA-F]{32}")) {
            throw new IllegalArgumentException("The SID must be " + prefixes.replace("|", " or ")
                    + " and 32 hexadecimal digits, not these " + sid.length()
                    + " characters");
        }
        return sid;
    }
}
