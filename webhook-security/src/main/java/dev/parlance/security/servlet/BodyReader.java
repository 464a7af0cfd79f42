package dev.parlance.security.servlet;

import dev.parlance.webhook.Parameters;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;

/** Reads a request's body, once and no further than a limit. */
final class BodyReader {
    private static final byte[] NOTHING = {};

    private final State state;
    private final byte[] bytes;

    /** How the body was found. */
    enum State {
        READ,
        /** Another filter has read it, so nobody can check it any more. */
        GONE,
        TOO_LARGE
    }

    private BodyReader(State state, byte[] bytes) {
        this.state = state;
        this.bytes = bytes;
    }

    static BodyReader of(HttpServletRequest request, int limit) throws IOException {
        if (request.getContentLengthLong() > limit) {
            return new BodyReader(State.TOO_LARGE, NOTHING);
        }
        byte[] bytes;
        try {
            bytes = request.getInputStream().readNBytes(limit + 1);
        } catch (IllegalStateException e) {
            return new BodyReader(State.GONE, NOTHING); // Another filter has taken the reader.
        }
        if (bytes.length > limit) {
            return new BodyReader(State.TOO_LARGE, NOTHING);
        }
        return new BodyReader(bytes.length == 0 && wasReadBefore(request) ? State.GONE : State.READ, bytes);
    }

    /**
     * For the reason in the log: a body that was read before and looks empty here is checked as empty, and handed on as empty.
     * Its length gives it away; without one, as in chunks and over HTTP/2, the parameters that the container made of it do.
     */
    private static boolean wasReadBefore(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || hasParametersBeyondItsQuery(request);
    }

    private static boolean hasParametersBeyondItsQuery(HttpServletRequest request) {
        if (request.getContentType() == null || request.getDispatcherType() != DispatcherType.REQUEST) {
            return false;
        }
        Parameters query = ServletExchange.head(request).queryParameters();
        for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
            String name = parameter.getKey();
            if (!name.isEmpty() && parameter.getValue().length > query.all(name).size()) {
                return true;
            }
        }
        return false;
    }

    State state() {
        return state;
    }

    byte[] bytes() {
        return bytes;
    }
}
