package dev.parlance.survey.machine;

import dev.parlance.survey.question.AnswerOptions;
import dev.parlance.survey.question.Input;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A field of a form, as if the person had answered its question alone. */
final class FormField {
    private FormField() {}

    /** A tapped option, several options by their numbers, or words. */
    static Input input(List<String> values, AnswerOptions options) {
        Map<String, String> keys = new HashMap<>();
        options.all().forEach(option -> keys.put(option.id(), option.key()));
        if (values.isEmpty() || !keys.keySet().containsAll(values)) {
            return Input.text(String.join(", ", values));
        }
        return options.kind() == AnswerOptions.Kind.SEVERAL
                ? Input.text(
                        values.stream().map(id -> keys.getOrDefault(id, id)).collect(Collectors.joining(", ")))
                : Input.choice(values.get(0));
    }
}
