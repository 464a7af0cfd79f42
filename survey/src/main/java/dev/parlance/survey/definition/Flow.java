package dev.parlance.survey.definition;

import dev.parlance.survey.question.Jump;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.TimeLimit;
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
 * Which question can follow which: a graph from {@link #START} to {@link #END}. Every condition may hold or not, except the
 * one that always holds.
 */
final class Flow {
    static final String START = "\u0000start";
    static final String END = "\u0000end";

    private final Map<String, Set<String>> after = new LinkedHashMap<>();
    /** The edges that can be followed without asking anything. */
    private final Map<String, Set<String>> silently = new HashMap<>();

    private final Map<String, Question> questions = new LinkedHashMap<>();
    /** The place of each question in the survey's order. */
    private final Map<String, Integer> places = new HashMap<>();
    /** For each place, the last one to which one can come just by going on in the survey's order. */
    private final int[] lastInARow;

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
        after.put(START, entriesTo(filled, 0));
        List<String> order = List.copyOf(questions.keySet());
        this.lastInARow = new int[order.size()];
        for (int i = order.size() - 1; i >= 0; i--) {
            boolean goesOn = i + 1 < order.size()
                    && after.getOrDefault(order.get(i), Set.of()).contains(order.get(i + 1));
            places.put(order.get(i), i);
            lastInARow[i] = goesOn ? lastInARow[i + 1] : i;
        }
    }

    private void connect(List<Group> groups, int index, Map<String, String> firstOf) {
        Group group = groups.get(index);
        List<Question> inside = group.questions();
        for (int j = 0; j < inside.size(); j++) {
            Question question = inside.get(j);
            boolean canContinue = true;
            for (Jump jump : question.settings().next()) {
                boolean leaves = jump.isEnd() || jump.agent().isPresent();
                String target = leaves ? END : firstOf.getOrDefault(jump.to(), jump.to());
                // A jump to an unknown target is reported elsewhere and must not cause further problems.
                boolean targetExists = leaves || questions.containsKey(target);
                if (targetExists) {
                    edge(question.id(), target);
                    silentEdge(question, target, !question.isAsked() || isLeftOutSomewhere(question));
                }
                // If no agent takes over, the survey can go on.
                canContinue &= !targetExists
                        || !SurveyReader.isAlways(jump.when())
                        || jump.agent().isPresent();
            }
            // If the question's condition does not hold, its jumps are not followed.
            question.settings()
                    .answerWithin()
                    .flatMap(TimeLimit::then)
                    .ifPresent(target -> timeOut(question, target, firstOf));
            boolean canBeSkipped = question.isConditional();
            if (canContinue || canBeSkipped) {
                for (String next : nextTo(groups, index, j)) {
                    edge(question.id(), next);
                    // A random order contains each question once, so it can't loop.
                    boolean isShuffled = group.shuffled()
                            && inside.stream().anyMatch(other -> other.id().equals(next));
                    boolean isSilent = canBeSkipped || !question.isAsked() || isLeftOutSomewhere(question);
                    silentEdge(question, next, !isShuffled && isSilent);
                }
            }
        }
    }

    private void timeOut(Question question, String to, Map<String, String> firstOf) {
        boolean leaves = Jump.isEnd(to) || Jump.agentIn(to).isPresent();
        String target = leaves ? END : firstOf.getOrDefault(to, to);
        if (leaves || questions.containsKey(target)) {
            edge(question.id(), target);
        }
    }

    /** Whether some channel can't ask the question. Its jumps are followed anyway. */
    static boolean isLeftOutSomewhere(Question question) {
        return !question.canBeAsked(Medium.VOICE.abilities()) || !question.canBeAsked(Medium.TEXT.abilities());
    }

    private void silentEdge(Question from, String to, boolean isSilent) {
        if (isSilent) {
            silently.computeIfAbsent(from.id(), any -> new LinkedHashSet<>()).add(to);
        }
    }

    /** The questions that can follow a question in the survey's order. */
    private static Set<String> nextTo(List<Group> groups, int index, int j) {
        Group group = groups.get(index);
        List<Question> inside = group.questions();
        Set<String> next = new LinkedHashSet<>();
        if (group.shuffled()) {
            inside.forEach(question -> next.add(question.id()));
            next.remove(inside.get(j).id());
        } else if (j + 1 < inside.size()) {
            next.add(inside.get(j + 1).id());
        }
        if (group.shuffled() || j + 1 == inside.size()) {
            next.addAll(entriesTo(groups, index + 1));
        }
        return next;
    }

    /** The questions that a group can start with, plus those after the group if it can be skipped. */
    private static Set<String> entriesTo(List<Group> groups, int index) {
        if (index >= groups.size()) {
            return Set.of(END);
        }
        Group group = groups.get(index);
        Set<String> entries = new LinkedHashSet<>();
        group.questions().stream()
                .limit(group.shuffled() ? Long.MAX_VALUE : 1)
                .forEach(question -> entries.add(question.id()));
        boolean canBeLeftOut = !SurveyReader.isAlways(group.when())
                || group.repeat().by() == Repeat.By.NUMBER
                || group.repeat().by() == Repeat.By.CHOSEN;
        if (canBeLeftOut) {
            entries.addAll(entriesTo(groups, index + 1));
        }
        return entries;
    }

    private void edge(String from, String to) {
        after.computeIfAbsent(from, any -> new LinkedHashSet<>()).add(to);
    }

    /** The questions that can never be asked. */
    List<String> unreachable() {
        Set<String> reached = from(START);
        return questions.keySet().stream().filter(id -> !reached.contains(id)).toList();
    }

    /** Whether one question can be asked before another. */
    boolean canComeBefore(String first, String second) {
        return comesInARow(first, second) || from(first).contains(second);
    }

    /** Whether it does so without any jump. This is usual, and known without following the graph. */
    private boolean comesInARow(String first, String second) {
        Integer from = places.get(first);
        Integer to = places.get(second);
        return from != null && to != null && from < to && to <= lastInARow[from];
    }

    /** Whether one can come to a question, or to {@link #END}, without being at another before. */
    boolean canAvoid(String avoided, String at) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(after.getOrDefault(START, Set.of()));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (!next.equals(avoided) && reached.add(next)) {
                open.addAll(after.getOrDefault(next, Set.of()));
            }
        }
        return reached.contains(at);
    }

    /** The questions that can't reach an end, and those that can loop back to themselves without asking anything. */
    List<String> endless() {
        List<String> endless = new ArrayList<>();
        Set<String> reached = from(START);
        Set<String> leadsToEnd = reachable(backwards(after), END);
        Set<String> silentLoops = silentLoops();
        for (String id : questions.keySet()) {
            if (reached.contains(id) && (!leadsToEnd.contains(id) || silentLoops.contains(id))) {
                endless.add(id);
            }
        }
        return endless;
    }

    /** The questions in loops in which nothing is asked. Each loop has an edge that goes back in the survey's order. */
    private Set<String> silentLoops() {
        Set<String> loops = new LinkedHashSet<>();
        Map<String, Set<String>> back = backwards(silently);
        silently.forEach((from, all) -> all.forEach(to -> {
            if (goesBack(from, to)) {
                Set<String> loop = withStart(silently, to);
                loop.retainAll(withStart(back, from));
                loops.addAll(loop);
            }
        }));
        return loops;
    }

    private boolean goesBack(String from, String to) {
        Integer start = places.get(from);
        Integer end = places.get(to);
        return start != null && end != null && end <= start;
    }

    private static Set<String> withStart(Map<String, Set<String>> graph, String start) {
        Set<String> reached = reachable(graph, start);
        reached.add(start);
        return reached;
    }

    private static Map<String, Set<String>> backwards(Map<String, Set<String>> graph) {
        Map<String, Set<String>> back = new HashMap<>();
        graph.forEach((from, all) -> all.forEach(
                to -> back.computeIfAbsent(to, any -> new LinkedHashSet<>()).add(from)));
        return back;
    }

    private Set<String> from(String start) {
        return reachable(after, start);
    }

    private static Set<String> reachable(Map<String, Set<String>> graph, String start) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(graph.getOrDefault(start, Set.of()));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (reached.add(next)) {
                open.addAll(graph.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }
}
