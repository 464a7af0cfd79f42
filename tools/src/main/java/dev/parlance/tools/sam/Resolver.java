package dev.parlance.tools.sam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Resolves the functions and conditions of a template. Resources get their names in the template as physical names. */
final class Resolver {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern PLACE = Pattern.compile("\\$\\{(!?)([\\w:.]+)}");
    private static final String ROLE = "Role";
    private static final Map<String, String> PSEUDO = Map.of(
            "AWS::Region", "us-east-1",
            "AWS::AccountId", "000000000000",
            "AWS::Partition", "aws",
            "AWS::StackName", "local",
            "AWS::URLSuffix", "amazonaws.com");

    private final JsonNode template;
    private final Map<String, String> parameters;
    /** The names being resolved. One that comes up again refers to itself. */
    private final Set<String> open = new LinkedHashSet<>();

    Resolver(JsonNode template, Map<String, String> parameters) {
        this.template = template;
        this.parameters = parameters;
    }

    /** The resolved template, without the parts that its conditions exclude. */
    JsonNode resolve() {
        ObjectNode resolved = JSON.objectNode();
        for (String part : List.of("Globals", "Resources", "Outputs")) {
            ObjectNode section = resolved.putObject(part);
            template.path(part).properties().forEach(each -> {
                if (isIncluded(each.getValue())) {
                    value(each.getValue()).ifPresent(value -> section.set(each.getKey(), value));
                }
            });
        }
        return resolved;
    }

    private boolean isIncluded(JsonNode resource) {
        return !resource.has("Condition")
                || condition(resource.path("Condition").asText());
    }

    private boolean condition(String name) {
        return guarded("the condition " + name, () -> truth(required("Conditions", name)));
    }

    private <T> T guarded(String what, Supplier<T> work) {
        if (!open.add(what)) {
            throw new IllegalArgumentException("A template can't refer to itself: " + String.join(", ", open));
        }
        try {
            return work.get();
        } finally {
            open.remove(what);
        }
    }

    private boolean truth(JsonNode condition) {
        if (condition.has("Fn::Equals")) {
            JsonNode both = condition.path("Fn::Equals");
            return value(both.path(0)).equals(value(both.path(1)));
        }
        if (condition.has("Fn::Not")) {
            return !truth(condition.path("Fn::Not").path(0));
        }
        if (condition.has("Condition")) {
            return condition(condition.path("Condition").asText());
        }
        throw new IllegalArgumentException("Unsupported condition: " + condition);
    }

    private JsonNode required(String part, String name) {
        JsonNode found = template.path(part).path(name);
        if (found.isMissingNode()) {
            throw new IllegalArgumentException("The template refers to \"" + name + "\", which is not in its " + part);
        }
        return found;
    }

    /** The resolved value; empty for {@code AWS::NoValue}. */
    private Optional<JsonNode> value(JsonNode node) {
        if (node.isArray()) {
            ArrayNode array = JSON.arrayNode();
            node.forEach(each -> value(each).ifPresent(array::add));
            return Optional.of(array);
        }
        if (!node.isObject()) {
            return Optional.of(node);
        }
        if (node.size() == 1) {
            String name = node.fieldNames().next();
            if (name.equals("Ref") || name.startsWith("Fn::")) {
                return function(name, node.path(name));
            }
        }
        ObjectNode object = JSON.objectNode();
        node.properties().forEach(each -> value(each.getValue()).ifPresent(value -> object.set(each.getKey(), value)));
        return Optional.of(object);
    }

    private Optional<JsonNode> function(String name, JsonNode argument) {
        return switch (name) {
            case "Ref" ->
                argument.asText().equals("AWS::NoValue") ? Optional.empty() : Optional.of(reference(argument.asText()));
            case "Fn::GetAtt" -> {
                if (argument.size() != 2) {
                    throw new IllegalArgumentException(
                            "Fn::GetAtt takes a resource and an attribute, such as [Table, Arn], not " + argument);
                }
                yield Optional.of(TextNode.valueOf(
                        attribute(argument.path(0).asText(), argument.path(1).asText())));
            }
            case "Fn::Sub" -> Optional.of(TextNode.valueOf(substituted(argument)));
            case "Fn::Join" ->
                Optional.of(TextNode.valueOf(texts(argument.path(1)).stream()
                        .collect(Collectors.joining(argument.path(0).asText()))));
            case "Fn::If" -> value(argument.path(condition(argument.path(0).asText()) ? 1 : 2));
            case "Fn::Split" -> {
                ArrayNode parts = JSON.arrayNode();
                String text = value(argument.path(1)).orElseThrow().asText();
                Pattern.compile(argument.path(0).asText(), Pattern.LITERAL)
                        .splitAsStream(text)
                        .forEach(parts::add);
                yield Optional.of(parts);
            }
            default -> throw new IllegalArgumentException("Unsupported function: " + name);
        };
    }

    private List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> value(each).ifPresent(value -> texts.add(value.asText())));
        return texts;
    }

    private JsonNode reference(String name) {
        if (PSEUDO.containsKey(name)) {
            return TextNode.valueOf(PSEUDO.get(name));
        }
        if (parameters.containsKey(name)) {
            return TextNode.valueOf(parameters.get(name));
        }
        JsonNode parameter = template.path("Parameters").path(name);
        if (parameter.isMissingNode()) {
            return TextNode.valueOf(physicalName(name));
        }
        if (!parameter.has("Default")) {
            throw new IllegalArgumentException("The parameter " + name + " has no default and no value");
        }
        return parameter.path("Default");
    }

    /** A resource of the template, or the role that SAM creates for a function. */
    private JsonNode resource(String logical) {
        boolean isRole = logical.endsWith(ROLE)
                && template.path("Resources").has(logical.substring(0, logical.length() - ROLE.length()));
        return isRole ? JSON.objectNode().put("Type", "AWS::IAM::Role") : required("Resources", logical);
    }

    /** The name of a resource: its name property, or else its name in the template, in lower case for buckets. */
    private String physicalName(String logical) {
        JsonNode resource = resource(logical);
        JsonNode properties = resource.path("Properties");
        boolean isBucket = resource.path("Type").asText().equals("AWS::S3::Bucket");
        for (String naming : List.of("Name", "TableName", "BucketName")) {
            if (properties.has(naming)) {
                return guarded("the resource " + logical, () -> value(properties.path(naming)))
                        .orElseThrow(() ->
                                new IllegalArgumentException("The " + naming + " of " + logical + " is AWS::NoValue"))
                        .asText();
            }
        }
        return isBucket ? logical.toLowerCase(Locale.ROOT) : logical;
    }

    private String attribute(String logical, String attribute) {
        String type = resource(logical).path("Type").asText();
        String name = physicalName(logical);
        if (attribute.equals("Name")) {
            return name;
        }
        if (!attribute.equals("Arn")) {
            return name + "." + attribute;
        }
        if (type.indexOf("::") < 0) {
            throw new IllegalArgumentException("The resource " + logical + " of type \"" + type + "\" has no Arn");
        }
        return type.equals("AWS::S3::Bucket")
                ? "arn:aws:s3:::" + name
                : "arn:aws:" + type.split("::", 3)[1].toLowerCase(Locale.ROOT) + ":us-east-1:000000000000:" + name;
    }

    private String substituted(JsonNode argument) {
        String text = argument.isArray() ? argument.path(0).asText() : argument.asText();
        JsonNode variables = argument.isArray() ? argument.path(1) : JSON.objectNode();
        Matcher places = PLACE.matcher(text);
        return places.replaceAll(place -> Matcher.quoteReplacement(
                place.group(1).isEmpty() ? substitute(place.group(2), variables) : "${" + place.group(2) + "}"));
    }

    private String substitute(String name, JsonNode variables) {
        if (variables.has(name)) {
            return value(variables.path(name)).orElseThrow().asText();
        }
        int dot = name.indexOf('.');
        return dot < 0 ? reference(name).asText() : attribute(name.substring(0, dot), name.substring(dot + 1));
    }
}
