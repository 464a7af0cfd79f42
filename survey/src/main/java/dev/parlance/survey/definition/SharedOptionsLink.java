package dev.parlance.survey.definition;

import dev.parlance.prompt.Prompts;
import dev.parlance.survey.question.ChoiceQuestion;
import dev.parlance.survey.question.Option;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.SharedOptions;
import dev.parlance.survey.question.WithOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives questions the options that they share: those of a scale, or of an earlier question. */
final class SharedOptionsLink {
    private final Map<String, List<Option>> scales;
    private final Prompts prompts;
    private final Map<String, ChoiceQuestion> earlier = new HashMap<>();

    private SharedOptionsLink(Map<String, List<Option>> scales, Prompts prompts) {
        this.scales = scales;
        this.prompts = prompts;
    }

    static void apply(SurveyBuilder survey, Prompts prompts) {
        SharedOptionsLink link = new SharedOptionsLink(survey.scales, prompts);
        survey.groups.replaceAll(group -> new Group(
                group.id(),
                group.when(),
                group.repeat(),
                group.shuffled(),
                group.questions().stream().map(link::linked).toList(),
                group.matrix()));
    }

    private Question linked(Question question) {
        if (question instanceof WithOptions other) {
            return other.withChoice(linkedChoice(other.choice()));
        }
        return question instanceof ChoiceQuestion choice ? linkedChoice(choice) : question;
    }

    private ChoiceQuestion linkedChoice(ChoiceQuestion choice) {
        ChoiceQuestion linked =
                choice.shared().map(shared -> linked(choice, shared)).orElse(choice);
        earlier.putIfAbsent(linked.id(), linked);
        return linked;
    }

    /** The question with its shared options, if the scale or the earlier question exists; otherwise that is a problem. */
    private ChoiceQuestion linked(ChoiceQuestion choice, SharedOptions shared) {
        if (shared.from() == SharedOptions.From.SCALE) {
            return choice.sharing(
                    scales.getOrDefault(shared.name(), List.of()),
                    option -> shared.name() + "." + option.id(),
                    this::exists);
        }
        ChoiceQuestion source = earlier.get(shared.name());
        return source == null ? choice : choice.sharing(source.options(), source::promptOf, this::exists);
    }

    private boolean exists(String key) {
        return prompts.languages().stream().anyMatch(language -> language.contains(key));
    }
}
