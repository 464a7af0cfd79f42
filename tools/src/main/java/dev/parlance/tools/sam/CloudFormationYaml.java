package dev.parlance.tools.sam;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** YAML with CloudFormation's short forms of functions: {@code !Ref Table} means {@code {Ref: Table}}. */
final class CloudFormationYaml extends SafeConstructor {
    private CloudFormationYaml() {
        super(new LoaderOptions());
        yamlMultiConstructors.put("!", new ShortForm());
        // Versions like 2012-10-17 stay strings.
        yamlConstructors.put(Tag.TIMESTAMP, new ConstructYamlStr());
    }

    /**
     * Parses a document.
     *
     * @throws IllegalArgumentException if the document is malformed; the message has the line
     */
    static Object parse(String text) {
        CloudFormationYaml reader = new CloudFormationYaml();
        try {
            Node document = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (!(document instanceof MappingNode)) {
                throw new IllegalArgumentException("this is not a template");
            }
            YamlSize.check(document);
            return new Yaml(reader).load(text);
        } catch (MarkedYAMLException e) {
            Mark place = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            String line = place == null ? "" : "line " + (place.getLine() + 1) + ": ";
            throw new IllegalArgumentException(line + e.getProblem(), e);
        } catch (YAMLException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    static IllegalArgumentException problem(Node node, String what) {
        return new IllegalArgumentException("line " + (node.getStartMark().getLine() + 1) + ": " + what);
    }

    private final class ShortForm extends AbstractConstruct {
        @Override
        public Object construct(Node node) {
            String function = node.getTag().getValue().substring(1);
            String name = function.equals("Ref") || function.equals("Condition") ? function : "Fn::" + function;
            return Map.of(name, value(function, node));
        }

        private Object value(String function, Node node) {
            if (node instanceof MappingNode mapping) {
                return constructMapping(mapping);
            }
            if (node instanceof SequenceNode sequence) {
                return constructSequence(sequence);
            }
            String text = ((ScalarNode) node).getValue();
            return function.equals("GetAtt") ? attribute(text, node) : text;
        }

        private static List<String> attribute(String text, Node node) {
            int dot = text.indexOf('.');
            if (dot < 0) {
                throw problem(
                        node,
                        "!GetAtt " + text + " has no attribute; write a resource and an attribute, such as Table.Arn");
            }
            return List.of(text.substring(0, dot), text.substring(dot + 1));
        }
    }
}
