package dev.parlance.survey.definition;

import dev.parlance.survey.question.Frame;
import dev.parlance.survey.question.Jump;
import dev.parlance.survey.question.Question;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which question can come after which, whatever is answered: a graph from {@link #START} to {@link #END}. Conditions count as
 * open, but for the one that holds always.
 */
final class Flow {
    static final String START = "\u0000start";
    static final String END = "\u0000end";

    private final Map<String, Set<String>> after = new LinkedHashMap<>();
    private final Map<String, Question> questions = new LinkedHashMap<>();

    Flow(List<Group> groups) {
        Map<String, String> firstOf = new HashMap<>();
        List<Group> filled =
                groups.stream().filter(group -> !group.questions().isEmpty()).toList();
        for (Group group : filled) {
            firstOf.put(group.id(), group.questions().get(0).id());
            group.questions().forEach(question -> questions.putIfAbsent(question.id(), question));
        }
        for (int i = 0; i < filled.size(); i++) {
            connect(filled, i, firstOf);
        }
        enter(START, filled, 0);
    }

    private void connect(List<Group> groups, int index, Map<String, String> firstOf) {
        Group group = groups.get(index);
        List<Question> inside = group.questions();
        for (int j = 0; j < inside.size(); j++) {
            Frame frame = inside.get(j).frame();
            boolean goesOn = true;
            for (Jump jump : frame.next()) {
                String target = firstOf.getOrDefault(jump.to(), jump.to());
                if (jump.isEnd()) {
                    edge(frame.id(), END);
                } else if (questions.containsKey(target)) {
                    edge(frame.id(), target);
                }
                // A jump to nowhere is a fault of its own, and leads to no others.
                boolean leads = jump.isEnd() || questions.containsKey(target);
                goesOn &= !leads || !SurveyReader.isAlways(jump.when());
            }
            // Whoever is not asked the question, for its condition, goes past its jumps.
            if (goesOn || !SurveyReader.isAlways(frame.when())) {
                passOn(groups, index, j);
            }
        }
    }

    private void passOn(List<Group> groups, int index, int j) {
        Group group = groups.get(index);
        List<Question> inside = group.questions();
        String from = inside.get(j).id();
        if (group.shuffled()) {
            inside.stream().map(Question::id).filter(id -> !id.equals(from)).forEach(id -> edge(from, id));
        } else if (j + 1 < inside.size()) {
            edge(from, inside.get(j + 1).id());
        }
        boolean last = group.shuffled() || j + 1 == inside.size();
        if (last) {
            enter(from, groups, index + 1);
        }
    }

    /** From one question to the group after it, and past that where it may be left out. */
    private void enter(String from, List<Group> groups, int index) {
        if (index >= groups.size()) {
            edge(from, END);
            return;
        }
        Group group = groups.get(index);
        if (group.shuffled()) {
            group.questions().forEach(question -> edge(from, question.id()));
        } else {
            edge(from, group.questions().get(0).id());
        }
        boolean mayBeLeftOut = !SurveyReader.isAlways(group.when())
                || group.repeat().by() == Repeat.By.NUMBER
                || group.repeat().by() == Repeat.By.CHOSEN;
        if (mayBeLeftOut) {
            enter(from, groups, index + 1);
        }
    }

    private void edge(String from, String to) {
        after.computeIfAbsent(from, any -> new LinkedHashSet<>()).add(to);
    }

    /** The questions that nobody can ever be asked. */
    List<String> unreachable() {
        Set<String> reached = from(START);
        return questions.keySet().stream().filter(id -> !reached.contains(id)).toList();
    }

    /** Whether one question can have been asked before another. */
    boolean canComeBefore(String first, String second) {
        return from(first).contains(second);
    }

    private Set<String> from(String start) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(after.getOrDefault(start, Set.of()));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (reached.add(next)) {
                open.addAll(after.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }

    /** The questions from which no end can be reached, and statements that come around to themselves with no answer between. */
    List<String> endless() {
        List<String> endless = new ArrayList<>();
        Set<String> reached = from(START);
        for (Map.Entry<String, Question> entry : questions.entrySet()) {
            String id = entry.getKey();
            if (reached.contains(id) && (!from(id).contains(END) || comesAroundSilently(id))) {
                endless.add(id);
            }
        }
        return endless;
    }

    private boolean comesAroundSilently(String id) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            String at = open.pop();
            Question question = questions.get(at);
            if (question == null || question.hasAnswer()) {
                continue;
            }
            for (String next : after.getOrDefault(at, Set.of())) {
                if (next.equals(id)) {
                    return true;
                }
                if (seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return false;
    }
}
