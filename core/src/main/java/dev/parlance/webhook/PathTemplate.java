package dev.parlance.webhook;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A path with variables in braces: {@code /surveys/{id}/results}. */
record PathTemplate(List<Segment> segments) implements Comparable<PathTemplate> {

    private record Segment(String text, boolean isVariable) {}

    static PathTemplate of(String template) {
        if (!template.startsWith("/")) {
            throw new IllegalArgumentException("A path must start with a slash: /" + template);
        }
        List<Segment> segments =
                parts(template).stream().map(PathTemplate::segment).toList();
        Set<String> names = new HashSet<>();
        for (Segment segment : segments) {
            if (segment.isVariable() && !names.add(segment.text())) {
                throw new IllegalArgumentException("{" + segment.text() + "} occurs twice in " + template);
            }
        }
        return new PathTemplate(segments);
    }

    private static Segment segment(String part) {
        boolean isVariable = part.length() > 2 && part.startsWith("{") && part.endsWith("}");
        String text = isVariable ? part.substring(1, part.length() - 1) : part;
        if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0) {
            throw new IllegalArgumentException(
                    "A variable in braces must fill a whole part of the path, unlike " + part);
        }
        return new Segment(text, isVariable);
    }

    /** @param parts the {@link #parts} of a path */
    boolean matches(List<String> parts) {
        if (parts.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            Segment segment = segments.get(i);
            boolean matches = segment.isVariable()
                    ? !parts.get(i).isEmpty()
                    : segment.text().equals(parts.get(i));
            if (!matches) {
                return false;
            }
        }
        return true;
    }

    Map<String, String> variables(String path) {
        List<String> parts = parts(path);
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            if (segment.isVariable()) {
                byte[] raw = parts.get(i).getBytes(StandardCharsets.UTF_8);
                values.put(segment.text(), FormDecoder.pathPart(raw, segment.text()));
            }
        }
        return values;
    }

    /** Orders literal parts before variables. Two templates that match the same paths are equal. */
    @Override
    public int compareTo(PathTemplate other) {
        int common = Math.min(segments.size(), other.segments.size());
        for (int i = 0; i < common; i++) {
            Segment mine = segments.get(i);
            Segment theirs = other.segments.get(i);
            int order = Boolean.compare(mine.isVariable(), theirs.isVariable());
            if (order == 0 && !mine.isVariable()) {
                order = mine.text().compareTo(theirs.text());
            }
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(segments.size(), other.segments.size());
    }

    /** The parts between the slashes of a path. */
    static List<String> parts(String path) {
        String inner = path.substring(1, path.length() > 1 && path.endsWith("/") ? path.length() - 1 : path.length());
        return List.of(inner.split("/", -1));
    }
}
