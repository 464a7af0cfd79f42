package dev.parlance.twiml;

import java.util.function.Consumer;

/** Hands the call's audio over, in both directions, until the other side ends it. */
public final class Connect extends Element<Connect> {
    Connect(Element<?> parent) {
        super("Connect", parent);
    }

    /** The URL that returns the TwiML to carry out afterwards. */
    public Connect action(String url) {
        return put("action", url);
    }

    /** The HTTP method for the action. */
    public Connect method(HttpMethod method) {
        return put("method", method);
    }

    /** Hands the audio over to a WebSocket. */
    public Connect stream(Consumer<? super MediaStream> content) {
        return child(new MediaStream(this), content);
    }
}
