package dev.parlance.serverless.project;

import java.util.Locale;

/** The two kinds of things that are uploaded. */
public enum FileKind {
    /** JavaScript that Twilio runs. */
    FUNCTION,
    /** A file that Twilio serves, or that functions read. */
    ASSET;

    /** In small letters. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
