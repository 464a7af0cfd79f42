package dev.parlance.survey.definition;

import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.AnswerTypes;
import dev.parlance.survey.question.Question;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where each question of a survey is: its path in the file and its group. Of two questions with one name, the first counts. */
final class QuestionPlaces {
    /**
     * A question in its place.
     *
     * @param path the place, such as {@code questions[2].questions[0]}
     */
    record Place(Question question, Group group, String path) {
        String id() {
            return question.id();
        }

        private boolean isLaterItem() {
            return group.matrix().isPresent() && !group.questions().get(0).id().equals(id());
        }

        private Place ofMatrix() {
            return group.matrix().isEmpty()
                    ? this
                    : new Place(question, group, path.substring(0, path.lastIndexOf(".items[")));
        }
    }

    private final List<Group> groups;
    private final OtherQuestions others;
    private final Map<String, Place> places = new LinkedHashMap<>();

    QuestionPlaces(List<Group> groups, OtherQuestions others) {
        this.groups = groups;
        this.others = others;
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            for (int j = 0; j < group.questions().size(); j++) {
                Question question = group.questions().get(j);
                places.putIfAbsent(question.id(), new Place(question, group, path(i, j)));
            }
        }
    }

    /** The path of a group, or of a question outside any group. */
    static String path(int group) {
        return "questions[" + group + "]";
    }

    private String path(int group, int question) {
        if (groups.get(group).isAlone()) {
            return path(group);
        }
        String list = groups.get(group).matrix().isPresent() ? ".items[" : ".questions[";
        return path(group) + list + question + "]";
    }

    Collection<Place> all() {
        return places.values();
    }

    /** The questions that have words of their own: of a matrix, only the first item, in the place of the matrix. */
    List<Place> worded() {
        return places.values().stream()
                .filter(place -> !place.isLaterItem())
                .map(Place::ofMatrix)
                .toList();
    }

    boolean contains(String id) {
        return places.containsKey(id);
    }

    Optional<Place> find(String id) {
        return Optional.ofNullable(places.get(id));
    }

    Optional<Question> question(String id) {
        return find(id).map(Place::question);
    }

    /** What the answers to each question can be, also in the other surveys at hand. */
    AnswerTypes types() {
        return new AnswerTypes() {
            @Override
            public Optional<AnswerType> of(String id) {
                return question(id)
                        .filter(question -> !(question instanceof UnknownKind))
                        .map(Question::answers);
            }

            @Override
            public Optional<AnswerType> of(String survey, String question) {
                return others.isOwn(survey)
                        ? of(Group.questionOf(question))
                        : others.find(survey, question).map(Question::answers);
            }
        };
    }

    /** Whether a survey is at hand and lacks a question. */
    boolean isMissingIn(String survey, String question) {
        return others.isOwn(survey)
                ? !contains(Group.questionOf(question))
                : others.has(survey) && others.find(survey, question).isEmpty();
    }

    /** The path of a question; empty if it does not exist. */
    String pathOf(String id) {
        return find(id).map(Place::path).orElse("");
    }
}
