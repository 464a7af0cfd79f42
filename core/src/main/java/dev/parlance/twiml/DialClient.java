package dev.parlance.twiml;

/** A browser or an app to call. */
public final class DialClient extends DialedParty<DialClient> {
    DialClient(Element<?> parent) {
        super("Client", parent);
    }

    /** The identity in the token of that browser or app. */
    public DialClient identity(String identity) {
        return child("Identity", identity);
    }

    /** A parameter that it is given with the call. */
    public DialClient parameter(String name, String value) {
        return namedValue(name, value);
    }
}
