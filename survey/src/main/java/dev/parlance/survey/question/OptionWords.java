package dev.parlance.survey.question;

import dev.parlance.survey.words.TextNormalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What options are called in one conversation. An "other" of an earlier question is what the respondent called it there. */
record OptionWords(ChoiceQuestion choice, AskContext context) {
    /** The option's label, or the respondent's own words for it. */
    String label(Option option) {
        Optional<String> specified = specified(option);
        return specified.isPresent() ? specified.get() : choice.label(option, context.words());
    }

    /** The recordings of the option's label. The respondent's own words have none. */
    List<String> recordings(Option option) {
        return specified(option).isPresent()
                ? List.of()
                : context.words().language().recordings(choice.promptOf(option));
    }

    /** The folded words that stand for an option. */
    Set<String> of(Option option) {
        Set<String> words = choice.wordsFor(option, context.words());
        Optional<String> specified = specified(option);
        if (specified.isEmpty()) {
            return words;
        }
        Set<String> more = new LinkedHashSet<>(words);
        more.add(TextNormalizer.normalize(specified.get()));
        return more;
    }

    /** What the respondent called an option in the earlier question that it comes from. */
    Optional<String> specified(Option option) {
        return option.is(Option.Trait.SPECIFY) && choice.isCarried(option)
                ? context.known().answer(choice.shared().orElseThrow().name()).flatMap(Value::specified)
                : Optional.empty();
    }

    /** The answer that consists of these options. */
    Value value(Collection<Option> chosen) {
        List<String> values = new ArrayList<>(chosen.size());
        chosen.forEach(option -> values.add(option.value()));
        Value value = new Value(values);
        for (Option option : chosen) {
            if (option.is(Option.Trait.REFUSAL)) {
                return value.asRefusal();
            }
            Optional<String> specified = specified(option);
            if (specified.isPresent()) {
                return value.withSpecified(specified.get());
            }
        }
        return value;
    }
}
