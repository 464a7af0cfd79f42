package dev.parlance.tools.sam;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Limits the size of a document with its aliases expanded. A few lines of aliases can expand to more than any machine can hold,
 * or to an endless structure.
 */
final class YamlSize {
    private static final int MAX_VALUES = 100_000;
    private static final int MAX_DEPTH = 100;

    private final IdentityHashMap<Node, Size> measured = new IdentityHashMap<>();
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private record Size(int nodes, int depth) {}

    private YamlSize() {}

    /** Throws an {@link IllegalArgumentException} with the line if a document is too large or too deep. */
    static void check(Node document) {
        new YamlSize().measure(document, 0);
    }

    private Size measure(Node node, int above) {
        Size known = measured.get(node);
        if (known == null) {
            if (!open.add(node)) {
                throw problem(node, "this alias refers to itself");
            }
            known = measureParts(node, above);
            open.remove(node);
            measured.put(node, known);
        }
        if (above + known.depth() > MAX_DEPTH) {
            throw problem(node, "this is nested deeper than " + MAX_DEPTH + " levels");
        }
        return known;
    }

    private Size measureParts(Node node, int above) {
        if (above > MAX_DEPTH) {
            throw problem(node, "this is nested deeper than " + MAX_DEPTH + " levels");
        }
        int nodes = 1;
        int depth = 1;
        for (Node part : parts(node)) {
            Size size = measure(part, above + 1);
            nodes += size.nodes();
            depth = Math.max(depth, size.depth() + 1);
            if (nodes > MAX_VALUES) {
                throw problem(node, "with aliases expanded, this has more than " + MAX_VALUES + " values");
            }
        }
        return new Size(nodes, depth);
    }

    private static List<Node> parts(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        List<Node> parts = new ArrayList<>();
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(each -> {
                parts.add(each.getKeyNode());
                parts.add(each.getValueNode());
            });
        }
        return parts;
    }

    private static IllegalArgumentException problem(Node node, String what) {
        return CloudFormationYaml.problem(node, what);
    }
}
