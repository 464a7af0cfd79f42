package dev.parlance.twiml;

/** A browser or an app to call. */
public final class DialClient extends DialedParty<DialClient> {
    DialClient(Element<?> parent) {
        super("Client", parent);
    }

    /** The identity in the token of the browser or app. */
    public DialClient identity(String identity) {
        return child("Identity", identity);
    }

    /** A parameter to pass to the browser or app. */
    public DialClient parameter(String name, String value) {
        return namedValue(name, value);
    }
}
