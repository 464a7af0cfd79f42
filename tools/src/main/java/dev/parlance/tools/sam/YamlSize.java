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
 * Measures a document with its aliases written out. A few lines of aliases can stand for more than any machine can hold, or
 * for something that never ends.
 */
final class YamlSize {
    private static final int LARGEST = 100_000;
    private static final int DEEPEST = 100;

    private final IdentityHashMap<Node, Size> measured = new IdentityHashMap<>();
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private record Size(int nodes, int depth) {}

    private YamlSize() {}

    /** Throws an {@link IllegalArgumentException} with the line, if a document is larger or deeper than a template can be. */
    static void check(Node document) {
        new YamlSize().measure(document, 0);
    }

    private Size measure(Node node, int above) {
        Size known = measured.get(node);
        if (known == null) {
            if (!open.add(node)) {
                throw problem(node, "this refers to itself by an alias");
            }
            known = measureParts(node, above);
            open.remove(node);
            measured.put(node, known);
        }
        if (above + known.depth() > DEEPEST) {
            throw problem(node, "this goes deeper than " + DEEPEST + " levels");
        }
        return known;
    }

    private Size measureParts(Node node, int above) {
        if (above > DEEPEST) {
            throw problem(node, "this goes deeper than " + DEEPEST + " levels");
        }
        int nodes = 1;
        int depth = 1;
        for (Node part : parts(node)) {
            Size size = measure(part, above + 1);
            nodes += size.nodes();
            depth = Math.max(depth, size.depth() + 1);
            if (nodes > LARGEST) {
                throw problem(node, "with its aliases written out, this has more than " + LARGEST + " values");
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
