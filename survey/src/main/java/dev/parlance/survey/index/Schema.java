package dev.parlance.survey.index;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Which columns there are, and the dictionaries of their values, while rows are added. Not thread-safe. */
final class Schema {
    private final Survey survey;
    private final Function<String, Survey> surveys;
    private final Map<String, QuestionColumns> questions = new LinkedHashMap<>();
    private final Map<String, RevisionQuestions> revisions = new HashMap<>();
    private final Dictionary languages = new Dictionary();
    private final Dictionary channels = new Dictionary();
    private final Dictionary revisionIds = new Dictionary();
    private final Dictionary missed = new Dictionary();
    private final QuestionOrder order = new QuestionOrder();
    private int columns = Field.COUNT;

    Schema(Survey survey, Function<String, Survey> surveys) {
        this.survey = survey;
        this.surveys = surveys;
        add(survey, true);
    }

    private RevisionQuestions add(Survey revision, boolean isCurrent) {
        for (Question question : revision.questions()) {
            if (question.hasAnswer()) {
                questions.computeIfAbsent(
                        question.id(),
                        any -> new QuestionColumns(questions.size(), question, isCurrent, () -> columns++));
            }
        }
        order.add(revision);
        return new RevisionQuestions(revision);
    }

    RevisionQuestions revision(String id) {
        RevisionQuestions known = revisions.get(id);
        if (known == null) {
            known = add(surveys.apply(id), id.equals(survey.revision()));
            revisions.put(id, known);
        }
        return known;
    }

    QuestionColumns question(String id) {
        return Objects.requireNonNull(questions.get(id));
    }

    Dictionary languages() {
        return languages;
    }

    Dictionary channels() {
        return channels;
    }

    Dictionary revisionIds() {
        return revisionIds;
    }

    Dictionary missed() {
        return missed;
    }

    int columns() {
        return columns;
    }

    /** All questions so far, by their numbers. */
    List<IndexedQuestion> questionsSoFar() {
        Map<String, Integer> places = order.places();
        return questions.values().stream()
                .map(columns -> new IndexedQuestion(
                        columns,
                        Objects.requireNonNull(places.get(columns.question().id()))))
                .toList();
    }

    /** For each revision so far, by its number, the numbers of its questions. */
    List<BitSet> questionsByRevision() {
        List<BitSet> all = new ArrayList<>();
        for (int i = 0; i < revisionIds.size(); i++) {
            BitSet numbers = new BitSet();
            revision(revisionIds.value(i))
                    .ids()
                    .forEach(id -> numbers.set(question(id).number()));
            all.add(numbers);
        }
        return all;
    }
}
