package dev.parlance.twiml;

import java.util.Locale;

/** A stream of the call's audio to a WebSocket. */
public final class MediaStream extends Element<MediaStream> {
    MediaStream(Element<?> parent) {
        super("Stream", parent);
    }

    /** The address, {@code wss://…}, without a query. Use {@link #parameter parameters} instead. */
    public MediaStream url(String url) {
        return put("url", url);
    }

    /** A name, for stopping the stream. */
    public MediaStream name(String name) {
        return put("name", name);
    }

    /** The installed connector to use. */
    public MediaStream connectorName(String connector) {
        return put("connectorName", connector);
    }

    /** The audio to send. */
    public MediaStream track(StreamTrack track) {
        return put("track", track.name().toLowerCase(Locale.ROOT));
    }

    /** The URL that receives the stream's status. */
    public MediaStream statusCallback(String url) {
        return put("statusCallback", url);
    }

    /** The HTTP method for the status callback. */
    public MediaStream statusCallbackMethod(HttpMethod method) {
        return put("statusCallbackMethod", method);
    }

    /** A parameter to send to the WebSocket at the start. */
    public MediaStream parameter(String name, String value) {
        return namedValue(name, value);
    }
}
