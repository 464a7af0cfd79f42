package dev.parlance.twiml;

import java.util.function.Consumer;

/** Begins something that runs beside the call; the next verb does not wait for it. */
public final class Start extends Element<Start> {
    Start(Element<?> parent) {
        super("Start", parent);
    }

    /** The URL that is requested when it has begun. */
    public Start action(String url) {
        return put("action", url);
    }

    /** How the action is requested. */
    public Start method(HttpMethod method) {
        return put("method", method);
    }

    /** Sends a copy of the audio to a WebSocket. */
    public Start stream(Consumer<? super Stream> content) {
        return child(new Stream(this), content);
    }
}
