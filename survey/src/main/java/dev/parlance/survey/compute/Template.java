package dev.parlance.survey.compute;

import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.AnswerTypes;
import dev.parlance.survey.question.ConditionContext;
import dev.parlance.survey.question.Fields;
import dev.parlance.survey.question.ProblemCollector;
import dev.parlance.survey.question.References;
import dev.parlance.survey.question.Value;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with answers and variables in it, such as {@code {first} {last}}. There is no value if one of them is not known. */
record Template(String text) implements Formula {
    private static final String WORD = "text";
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+(?:\\.\\w+)?)}");

    static Optional<Formula> read(Fields fields) {
        return fields.text(WORD).map(Template::new);
    }

    @Override
    public Optional<Value> value(ConditionContext known) {
        StringBuilder filled = new StringBuilder();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            String name = place.group(1);
            Optional<String> value = known.answer(name).map(Value::text).or(() -> known.variable(name));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            place.appendReplacement(filled, Matcher.quoteReplacement(value.get()));
        }
        place.appendTail(filled);
        return Optional.of(Value.of(filled.toString().strip()));
    }

    /** The names in braces, which can be variables too. */
    @Override
    public Set<String> questions() {
        Set<String> names = new LinkedHashSet<>();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            names.add(place.group(1));
        }
        return names;
    }

    @Override
    public AnswerType type(AnswerTypes types) {
        return AnswerType.open();
    }

    @Override
    public void check(References references, ProblemCollector problems) {
        questions().forEach(name -> references.checkPlaceholder(WORD, name));
    }

    @Override
    public Map<String, Object> toJson() {
        return Map.of(WORD, text);
    }
}
