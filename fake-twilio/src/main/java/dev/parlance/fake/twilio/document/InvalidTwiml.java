package dev.parlance.fake.twilio.document;

import java.io.Serial;

/** Thrown for a document that Twilio can't process. Has Twilio's error code. */
public final class InvalidTwiml extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final int code;

    InvalidTwiml(int code, String message) {
        super(message);
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Twilio's error message. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
