package dev.parlance.security.servlet;

import dev.parlance.webhook.Parameters;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;

/** Reads a request's body once, up to a limit. */
final class BodyReader {
    private static final byte[] NOTHING = {};

    private final State state;
    private final byte[] bytes;

    /** The result of reading the body. */
    enum State {
        READ,
        /** Another filter has read it, so it can't be checked any more. */
        CONSUMED,
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
            return new BodyReader(State.CONSUMED, NOTHING); // Another filter has taken the reader.
        }
        if (bytes.length > limit) {
            return new BodyReader(State.TOO_LARGE, NOTHING);
        }
        return new BodyReader(bytes.length == 0 && wasReadBefore(request) ? State.CONSUMED : State.READ, bytes);
    }

    /**
     * Whether a body that looks empty was consumed by another filter. Its declared length shows that; without one, as in chunked
     * requests and HTTP/2, the parameters that the container parsed from it do. Only for the reason in the log: such a body is
     * checked and passed on as empty.
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
