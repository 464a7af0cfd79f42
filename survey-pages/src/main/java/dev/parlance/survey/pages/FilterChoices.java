package dev.parlance.survey.pages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.prompt.Language;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.Assignment;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.session.Disposition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What people can filter by. */
final class FilterChoices {
    private static final int MOST_VALUES = 101;
    private static final int MOST_WAVES = 100;

    private final Survey survey;
    private final Labels labels;

    FilterChoices(Survey survey, Labels labels) {
        this.survey = survey;
        this.labels = labels;
    }

    /** @param channels the channels on which there are people */
    void write(Collection<String> channels, ArrayNode json) {
        field(json, "language", "Language", "Language", languages(), labels::language);
        field(json, "channel", "Channel", "Channel", channels, labels::channel);
        field(json, "disposition", "How far they got", "State", dispositions(), FilterChoices::disposition);
        survey.waves()
                .ifPresent(waves -> field(
                        json,
                        "wave",
                        "Wave",
                        "Wave",
                        IntStream.rangeClosed(1, Math.min(MOST_WAVES, waves.most()))
                                .mapToObj(Integer::toString)
                                .toList(),
                        wave -> wave));
        for (Question question : survey.questions()) {
            if (question instanceof Assignment assignment) {
                String id = question.id();
                field(
                        json,
                        "arm." + id,
                        "Experiment " + id,
                        id,
                        assignment.arms().keySet(),
                        arm -> arm);
            }
        }
        for (Question question : survey.questions()) {
            fixedAnswers(question)
                    .filter(any -> !(question instanceof Assignment))
                    .ifPresent(values -> answers(json, question, values));
        }
    }

    /** The questions with a fixed set of answers, for a cross table. */
    void writeQuestions(ArrayNode json) {
        for (Question question : survey.questions()) {
            if (fixedAnswers(question).isPresent()) {
                json.addObject()
                        .put("id", question.id())
                        .put("text", question.id() + ": " + labels.question(question.id()));
            }
        }
    }

    private static Optional<List<String>> fixedAnswers(Question question) {
        List<String> all = question.answers().all();
        boolean isCounted =
                !all.isEmpty() && all.size() <= MOST_VALUES && !(question.answers() instanceof AnswerType.None);
        return isCounted ? Optional.of(all) : Optional.empty();
    }

    private void answers(ArrayNode json, Question question, List<String> values) {
        String id = question.id();
        ObjectNode field =
                field(json, "answer." + id, labels.question(id), id, values, value -> labels.answer(id, value));
        field.put("group", "answer");
    }

    private List<String> languages() {
        return survey.prompts().languages().stream().map(Language::tag).toList();
    }

    private static List<String> dispositions() {
        List<String> names = new ArrayList<>();
        for (Disposition disposition : Disposition.values()) {
            names.add(disposition.name());
        }
        return names;
    }

    private static String disposition(String name) {
        return Labels.disposition(Disposition.valueOf(name));
    }

    private static ObjectNode field(
            ArrayNode json,
            String name,
            String label,
            String shortName,
            Collection<String> values,
            UnaryOperator<String> labelOf) {
        ObjectNode field = json.addObject()
                .put("name", name)
                .put("label", label)
                .put("short", shortName)
                .put("group", "person");
        ArrayNode list = field.putArray("values");
        values.forEach(value -> list.addObject().put("value", value).put("label", labelOf.apply(value)));
        return field;
    }
}
