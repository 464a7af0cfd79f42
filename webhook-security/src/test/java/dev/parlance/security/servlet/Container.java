package dev.parlance.security.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.util.List;
import java.util.Map;

/** A servlet container on a free port of this machine. */
interface Container extends AutoCloseable {
    /** The context path of the application. */
    String CONTEXT = "/app";

    /** Where the application is, without a slash at the end. */
    String url();

    @Override
    void close();

    /** Starts with these filters before all paths and dispatches, in their order, and a servlet for each path. */
    interface Starter {
        Container start(List<Filter> filters, Map<String, Servlet> servlets) throws Exception;

        /** Starts with a filter that the container makes, with these init-params. */
        Container start(Map<String, String> initParameters, Map<String, Servlet> servlets) throws Exception;
    }
}
