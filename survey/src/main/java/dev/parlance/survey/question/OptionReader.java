package dev.parlance.survey.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads options in {@code survey.json}: each is a string, or an object with further fields. */
final class OptionReader {
    private static final int NO_KEY = -1;

    private OptionReader() {}

    /**
     * Reads a list of options.
     *
     * @param several whether more than one option can be chosen
     */
    static List<Option> read(Fields fields, boolean several) {
        List<Option> options = new ArrayList<>();
        for (Fields item : fields.objects("options", "id")) {
            Option option = option(item);
            if (option.is(Option.Trait.EXCLUSIVE) && !several) {
                item.problem("exclusive", "applies only to \"choices\": a \"choice\" accepts one option anyway");
            }
            item.done();
            if (!option.id().isEmpty()) {
                options.add(option);
            }
        }
        return options;
    }

    private static Option option(Fields item) {
        Optional<String> id = item.textOrNumber("id");
        Optional<String> value = item.textOrNumber("value");
        if (!item.has("id") && !item.has("value")) {
            item.problem("", "needs \"id\" or \"value\"");
        }
        if (id.filter(String::isEmpty).isPresent()) {
            item.problem("id", "must not be empty");
        }
        if (value.filter(String::isEmpty).isPresent()) {
            item.problem("value", "must not be empty");
        }
        Option option = Option.of(id.or(() -> value).orElse(""));
        option = value.isPresent() ? option.withValue(value.get()) : option;
        int key = item.integer("key", 0, Option.MAX_KEY, NO_KEY);
        option = key == NO_KEY ? option : option.withKey(key);
        for (Option.Trait trait : Option.Trait.values()) {
            option = item.flag(trait.word()) ? option.with(trait) : option;
        }
        return option.when(item.condition("when"));
    }
}
