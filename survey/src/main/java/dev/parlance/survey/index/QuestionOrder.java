package dev.parlance.survey.index;

import dev.parlance.survey.definition.Group;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The questions of a survey and its older revisions in one order. One that only an older revision has follows its predecessor. */
final class QuestionOrder {
    private final List<String> order = new ArrayList<>();
    /** For each question of a group in random order, the group. */
    private final Map<String, String> shuffled = new HashMap<>();

    /** Adds a revision; the first one decides. */
    void add(Survey revision) {
        int next = 0;
        for (Group group : revision.groups()) {
            for (Question question : group.questions()) {
                int place = order.indexOf(question.id());
                if (place < 0) {
                    order.add(next, question.id());
                    place = next;
                }
                next = place + 1;
                if (group.shuffled()) {
                    shuffled.putIfAbsent(question.id(), group.id());
                }
            }
        }
    }

    /** The place of each question. Those of a group in random order have the place of the last one. */
    Map<String, Integer> places() {
        Map<String, Integer> ofGroups = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            String group = shuffled.get(order.get(i));
            if (group != null) {
                ofGroups.put(group, i);
            }
        }
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            String group = shuffled.get(order.get(i));
            places.put(order.get(i), group == null ? i : ofGroups.getOrDefault(group, i));
        }
        return places;
    }
}
