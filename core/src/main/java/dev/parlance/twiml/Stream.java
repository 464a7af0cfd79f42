package dev.parlance.twiml;

import java.util.Locale;

/** A stream of the call's audio to a WebSocket. */
public final class Stream extends Element<Stream> {
    Stream(Element<?> parent) {
        super("Stream", parent);
    }

    /** The address, {@code wss://…}; it can have no query, which is what {@link #parameter parameters} are for. */
    public Stream url(String url) {
        return put("url", url);
    }

    /** A name by which it can be ended. */
    public Stream name(String name) {
        return put("name", name);
    }

    /** An installed connector to use. */
    public Stream connectorName(String connector) {
        return put("connectorName", connector);
    }

    /** Whose voice is sent. */
    public Stream track(StreamTrack track) {
        return put("track", track.name().toLowerCase(Locale.ROOT));
    }

    /** The URL that is told of the stream's state. */
    public Stream statusCallback(String url) {
        return put("statusCallback", url);
    }

    /** How the status callback is requested. */
    public Stream statusCallbackMethod(HttpMethod method) {
        return put("statusCallbackMethod", method);
    }

    /** A parameter that the WebSocket is told at the start. */
    public Stream parameter(String name, String value) {
        return namedValue(name, value);
    }
}
