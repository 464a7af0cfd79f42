package dev.parlance.security.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.util.List;
import java.util.Map;

/** A servlet container on a free local port. */
interface Container extends AutoCloseable {
    /** The context path of the application. */
    String CONTEXT = "/app";

    /** The application's URL, without a trailing slash. */
    String url();

    @Override
    void close();

    /** Starts with these filters, in order, for all paths and dispatches, and a servlet per path. */
    interface Starter {
        Container start(List<Filter> filters, Map<String, Servlet> servlets) throws Exception;

        /** Starts with a filter that the container creates with these init-params. */
        Container start(Map<String, String> initParameters, Map<String, Servlet> servlets) throws Exception;
    }
}
