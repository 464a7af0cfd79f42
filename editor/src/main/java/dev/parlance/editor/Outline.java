package dev.parlance.editor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.survey.definition.Moment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a survey in order, each with the keys of its prompts. It is made of what the definition says, even if that has
 * problems.
 *
 * @param items the survey itself, its questions, groups and scales, and the prompts that belong to none of them
 */
record Outline(List<Item> items) {
    private static final Set<String> SPEECH = Set.of("language", "speechLanguage", "voice");
    /** Kinds that ask and say nothing. */
    private static final Set<String> SILENT = Set.of("assign", "compute", "request", "result", "set", "wait");

    private static final List<String> TEMPLATE_PROMPTS = List.of(
            "welcome",
            "beginSurvey",
            "firstQuestion",
            "nextQuestion",
            "lastQuestion",
            "finalGoodbye",
            "surveyCompletedAlready");

    /** What an item is. */
    enum Type {
        SURVEY,
        QUESTION,
        GROUP,
        SCALE,
        OTHER
    }

    /**
     * A part of a survey.
     *
     * @param place where it is in the definition, as a JSON pointer; for prompts that belong to nothing, {@code other}
     * @param depth how many groups it is in
     * @param base the key of its prompt; empty if it has none
     * @param keys the keys of its prompts that it needs or has, in order
     * @param options those of its keys that are read out as its options
     */
    record Item(
            String place,
            Type type,
            int depth,
            String id,
            String kind,
            String base,
            Collection<String> keys,
            List<String> options) {}

    /** Finds the parts. */
    static Outline of(JsonNode survey, Collection<String> allKeys) {
        return new Builder(survey).outline(allKeys);
    }

    /** All keys that the survey needs, in its order. */
    List<String> keys() {
        return items.stream().flatMap(item -> item.keys().stream()).distinct().toList();
    }

    private static final class Builder {
        private final JsonNode survey;
        private final List<Item> items = new ArrayList<>();
        private final Map<String, Item> owners = new LinkedHashMap<>();
        private final Set<String> known = new LinkedHashSet<>();

        Builder(JsonNode survey) {
            this.survey = survey;
        }

        Outline outline(Collection<String> allKeys) {
            Set<String> own = new LinkedHashSet<>();
            for (Moment moment : Moment.values()) {
                text(survey, moment.word()).forEach(own::add);
            }
            survey.path("quotas").forEach(quota -> own.addAll(text(quota, "prompt")));
            add(new Item("", Type.SURVEY, 0, survey.path("name").asText(""), "", "", own, List.of()));
            questions("/questions", survey.path("questions"), 0);
            survey.path("scales").properties().forEach(scale -> scale(scale.getKey(), scale.getValue()));
            if (isTemplate()) {
                own.addAll(TEMPLATE_PROMPTS);
                known.addAll(own);
            }
            assign(allKeys);
            return new Outline(List.copyOf(items));
        }

        private boolean isTemplate() {
            return survey.at("/questions/0").has("questionName");
        }

        private void add(Item item) {
            items.add(item);
            known.addAll(item.keys());
            item.keys().forEach(key -> owners.putIfAbsent(key, item));
            if (!item.base().isEmpty()) {
                owners.putIfAbsent(item.base(), item);
            }
        }

        private void questions(String place, JsonNode list, int depth) {
            for (int i = 0; i < list.size(); i++) {
                JsonNode item = list.get(i);
                String at = place + "/" + i;
                if (item.has("group")) {
                    String id = item.path("group").asText();
                    add(new Item(at, Type.GROUP, depth, id, "group", "", new LinkedHashSet<>(), List.of()));
                    questions(at + "/questions", item.path("questions"), depth + 1);
                } else {
                    add(question(at, item, depth));
                }
            }
        }

        private static Item question(String place, JsonNode item, int depth) {
            boolean isTemplate = item.has("questionName");
            String id = item.path(isTemplate ? "questionName" : "id").asText("");
            String kind = item.path(isTemplate ? "questionType" : "kind").asText("");
            String base = item.path("prompt").asText(id);
            Set<String> keys = new LinkedHashSet<>();
            if (!SILENT.contains(kind) && !base.isEmpty()) {
                keys.add(base);
            }
            ids(item.path("items")).forEach(each -> keys.add(base + "." + each));
            List<String> options =
                    ids(item.path("options")).map(each -> base + "." + each).toList();
            keys.addAll(options);
            return new Item(place, Type.QUESTION, depth, id, kind, base, keys, options);
        }

        private void scale(String name, JsonNode scale) {
            List<String> options =
                    ids(scale.path("options")).map(each -> name + "." + each).toList();
            add(new Item("/scales/" + name, Type.SCALE, 0, name, "scale", name, new LinkedHashSet<>(options), options));
        }

        private static Stream<String> ids(JsonNode options) {
            List<String> ids = new ArrayList<>();
            for (JsonNode option : options) {
                JsonNode id =
                        option.isObject() ? (option.has("id") ? option.path("id") : option.path("value")) : option;
                if (id.isValueNode() && !id.asText().isEmpty()) {
                    ids.add(id.asText());
                }
            }
            return ids.stream();
        }

        private static List<String> text(JsonNode object, String field) {
            String text = object.path(field).asText("");
            return text.isEmpty() ? List.of() : List.of(text);
        }

        /** Gives each further key to the part whose key it continues, such as {@code drink.retry} to {@code drink}. */
        private void assign(Collection<String> allKeys) {
            Set<String> others = new LinkedHashSet<>();
            for (String key : allKeys) {
                if (known.contains(key)) {
                    continue;
                }
                Item owner = SPEECH.contains(key) || key.startsWith("survey.") ? null : owner(key);
                (owner == null ? others : owner.keys()).add(key);
            }
            items.replaceAll(item -> new Item(
                    item.place(),
                    item.type(),
                    item.depth(),
                    item.id(),
                    item.kind(),
                    item.base(),
                    sorted(item.keys()),
                    item.options()));
            if (!others.isEmpty()) {
                items.add(new Item("other", Type.OTHER, 0, "", "", "", List.copyOf(others), List.of()));
            }
        }

        private @Nullable Item owner(String key) {
            for (int end = key.lastIndexOf('.'); end > 0; end = key.lastIndexOf('.', end - 1)) {
                Item owner = owners.get(key.substring(0, end));
                if (owner != null) {
                    return owner;
                }
            }
            return null;
        }

        /** Variants follow the prompt that they are a variant of. */
        private static List<String> sorted(Collection<String> keys) {
            List<String> sorted = new ArrayList<>();
            for (String key : keys) {
                int at = sorted.size();
                for (int i = sorted.size() - 1; i >= 0; i--) {
                    boolean isVariant = key.startsWith(sorted.get(i) + ".");
                    boolean isOfFirst = keys.iterator().next().equals(sorted.get(i));
                    if (isVariant && !isOfFirst) {
                        at = i + 1;
                        break;
                    }
                }
                sorted.add(at, key);
            }
            return List.copyOf(sorted);
        }
    }
}
