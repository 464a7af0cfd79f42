package dev.parlance.fake.twilio.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A method and a path with variables in braces, for example {@code GET api /2010-04-01/Accounts/{Sid}.json}.
 *
 * @param host the host without {@code .twilio.com}
 * @param segments the parts of the path, without {@code .json}
 * @param suffix {@code .json} or an empty string
 */
public record Route(String method, String host, List<String> segments, String suffix) {
    private static final String JSON = ".json";

    /** The route of a method and a path. */
    public static Route of(String method, String host, String path) {
        String suffix = path.endsWith(JSON) ? JSON : "";
        String plain = path.substring(1, path.length() - suffix.length());
        return new Route(method, host, Arrays.asList(plain.split("/", -1)), suffix);
    }

    public static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }

    /** The name in a variable segment. */
    public static String nameOf(String variable) {
        return variable.substring(1, variable.length() - 1);
    }

    public String last() {
        return segments.get(segments.size() - 1);
    }

    /** Whether the path ends with a variable, so it is one item of a collection. */
    public boolean isItem() {
        return isVariable(last());
    }

    /** The name of the variable at the end; empty if the path doesn't end with one. */
    public Optional<String> key() {
        return isItem() ? Optional.of(nameOf(last())) : Optional.empty();
    }

    /** Whether a request's method and path are of this route. */
    boolean matches(Route request) {
        if (!method.equals(request.method)
                || !suffix.equals(request.suffix)
                || segments.size() != request.segments.size()) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            String given = request.segments.get(i);
            if (isVariable(segment) ? given.isEmpty() : !segment.equals(given)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the path has the same shape as these segments, whatever the variables' names. */
    public boolean hasShape(List<String> others) {
        return segments.size() == others.size() && startsWith(others);
    }

    /** Whether the path, or a path above it, has the same shape as these segments. */
    public boolean startsWith(List<String> others) {
        if (segments.size() < others.size()) {
            return false;
        }
        for (int i = 0; i < others.size(); i++) {
            String other = others.get(i);
            String segment = segments.get(i);
            if (isVariable(segment) ? !isVariable(other) : !segment.equals(other)) {
                return false;
            }
        }
        return true;
    }

    /** The number of segments that are no variables. */
    long literals() {
        return segments.stream().filter(segment -> !isVariable(segment)).count();
    }

    public String path() {
        return "/" + String.join("/", segments) + suffix;
    }

    @Override
    public String toString() {
        return method + " " + host + ".twilio.com" + path();
    }
}
