package dev.parlance.tools.sam;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** YAML with the short forms of CloudFormation's functions: {@code !Ref Table} is {@code {Ref: Table}}. */
final class CloudFormationYaml extends SafeConstructor {
    private CloudFormationYaml() {
        super(new LoaderOptions());
        yamlMultiConstructors.put("!", new ShortForm());
        // Versions, 2012-10-17, are texts.
        yamlConstructors.put(Tag.TIMESTAMP, new ConstructYamlStr());
    }

    static Object parse(String text) {
        return new Yaml(new CloudFormationYaml()).load(text);
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
            int dot = text.indexOf('.');
            return function.equals("GetAtt") ? List.of(text.substring(0, dot), text.substring(dot + 1)) : text;
        }
    }
}
