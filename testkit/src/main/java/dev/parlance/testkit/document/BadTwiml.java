package dev.parlance.testkit.document;

import java.io.Serial;

/** A document that Twilio cannot use, with the code of its error. */
public final class BadTwiml extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final int code;

    BadTwiml(int code, String message) {
        super(message);
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Twilio's sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
