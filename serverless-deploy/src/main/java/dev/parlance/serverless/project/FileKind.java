package dev.parlance.serverless.project;

import java.util.Locale;

/** The kinds of deployed files. */
public enum FileKind {
    /** JavaScript that Twilio runs. */
    FUNCTION,
    /** A static file that Twilio serves or that functions read. */
    ASSET;

    /** The name in lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
