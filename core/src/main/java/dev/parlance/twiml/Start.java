package dev.parlance.twiml;

import java.util.function.Consumer;

/** Starts something that runs during the call, while the next verb continues. */
public final class Start extends Element<Start> {
    Start(Element<?> parent) {
        super("Start", parent);
    }

    /** The URL that Twilio requests when it has started. */
    public Start action(String url) {
        return put("action", url);
    }

    /** The HTTP method for the action. */
    public Start method(HttpMethod method) {
        return put("method", method);
    }

    /** Sends a copy of the audio to a WebSocket. */
    public Start stream(Consumer<? super MediaStream> content) {
        return child(new MediaStream(this), content);
    }
}
