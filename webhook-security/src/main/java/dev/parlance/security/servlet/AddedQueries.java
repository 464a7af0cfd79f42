package dev.parlance.security.servlet;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The queries that forwards and includes in the application add to a request, newest first. No sender can add any. */
final class AddedQueries {
    private final @Nullable String sent;

    private AddedQueries(@Nullable String sent) {
        this.sent = sent;
    }

    /** Tracks queries added to this request from now on; it may already have been forwarded. */
    static AddedQueries since(HttpServletRequest request) {
        boolean isForwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) != null;
        Object sent =
                isForwarded ? request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING) : request.getQueryString();
        return new AddedQueries(sent == null ? null : sent.toString());
    }

    /** The queries added to the request as the container passes it on now. */
    List<String> in(HttpServletRequest request) {
        List<String> added = new ArrayList<>();
        if (request.getAttribute(RequestDispatcher.INCLUDE_QUERY_STRING) instanceof String included) {
            added.add(included);
        }
        String current = request.getQueryString();
        if (current != null && !Objects.equals(current, sent)) {
            added.add(current);
        }
        return added;
    }
}
