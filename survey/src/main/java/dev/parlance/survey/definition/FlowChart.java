package dev.parlance.survey.definition;

import dev.parlance.survey.question.Jump;
import dev.parlance.survey.question.Matrix;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.TimeLimit;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Draws a survey as a Mermaid flowchart, for use in Markdown.
 *
 * <pre>{@code
 * Files.writeString(Path.of("flow.mmd"), FlowChart.of(survey));
 * }</pre>
 */
final class FlowChart {
    private static final String END = "END_";

    private final StringBuilder chart = new StringBuilder("flowchart TD\n");
    private final Survey survey;

    private FlowChart(Survey survey) {
        this.survey = survey;
    }

    /** Returns the flowchart as Mermaid source. */
    static String of(Survey survey) {
        return new FlowChart(survey).draw();
    }

    private String draw() {
        List<Group> groups = survey.groups().stream()
                .filter(group -> !group.questions().isEmpty())
                .toList();
        node("START_", "([" + quoted(survey.name()) + "])");
        groups.forEach(this::box);
        node(END, "([" + quoted("end") + "])");
        arrow("START_", groups.isEmpty() ? END : first(groups.get(0)), "");
        for (int i = 0; i < groups.size(); i++) {
            String after = i + 1 < groups.size() ? first(groups.get(i + 1)) : END;
            arrows(groups.get(i), after);
        }
        return chart.toString();
    }

    private void box(Group group) {
        if (group.isAlone()) {
            group.questions().forEach(this::box);
            return;
        }
        if (group.matrix().isPresent()) {
            matrix(group, group.matrix().get());
            return;
        }
        line("subgraph " + id(group.id() + "_group") + "[" + quoted(group.id() + repeated(group) + only(group)) + "]");
        group.questions().forEach(this::box);
        line("end");
    }

    /** Draws a matrix as one box that lists its items. */
    private void matrix(Group group, Matrix matrix) {
        String items = matrix.items().stream().map(FlowChart::item).collect(Collectors.joining(", "));
        node(
                id(group.id()),
                "[" + quoted(group.id() + "<br/>matrix" + repeated(group) + only(group) + "<br/>" + items) + "]");
    }

    private static String item(Matrix.Item item) {
        return item.id()
                + (SurveyReader.isAlways(item.when())
                        ? ""
                        : " (if " + item.when().description() + ")");
    }

    private static String repeated(Group group) {
        String order = group.shuffled() ? ", in random order" : "";
        Repeat repeat = group.repeat();
        return switch (repeat.by()) {
            case TIMES -> repeat.times() == 1 ? order : ", " + repeat.times() + " times" + order;
            case NUMBER -> ", as often as " + repeat.question() + " says" + order;
            case CHOSEN -> ", for each of " + repeat.question() + order;
            case LISTED -> ", for each of " + String.join(", ", repeat.items()) + order;
        };
    }

    private static String only(Group group) {
        return SurveyReader.isAlways(group.when()) ? "" : ", if " + group.when().description();
    }

    private void box(Question question) {
        String what = question.id() + "<br/>" + question.kind().name()
                + (question.settings().optional() ? ", optional" : "");
        if (SurveyReader.isAlways(question.settings().when())) {
            node(id(question.id()), "[" + quoted(what) + "]");
        } else {
            node(
                    id(question.id()),
                    "{{" + quoted(what + "<br/>if " + question.settings().when().description()) + "}}");
        }
    }

    private void arrows(Group group, String after) {
        if (group.matrix().isPresent()) {
            arrow(first(group), after, "");
            return;
        }
        List<Question> inside = group.questions();
        for (int i = 0; i < inside.size(); i++) {
            arrows(inside.get(i), i + 1 < inside.size() ? id(inside.get(i + 1).id()) : after);
        }
    }

    /** Draws the jumps in order, then the arrow to the next question unless a jump is always taken. */
    private void arrows(Question question, String next) {
        question.settings().answerWithin().ifPresent(limit -> limit.then().ifPresent(to -> arrow(question, to, limit)));
        for (Jump jump : question.settings().next()) {
            boolean always = SurveyReader.isAlways(jump.when());
            String why = always ? "" : jump.when().description();
            boolean leaves = jump.isEnd() || jump.agent().isPresent();
            String how = leaves && !jump.to().equals(Jump.END) ? (why + " → " + jump.to()).strip() : why;
            arrow(id(question.id()), leaves ? END : target(jump.to()), how);
            if (always && SurveyReader.isAlways(question.settings().when())) {
                return;
            }
        }
        arrow(id(question.id()), next, "");
    }

    /** Draws where the survey goes when the time for an answer is over. */
    private void arrow(Question question, String to, TimeLimit limit) {
        boolean leaves = Jump.isEnd(to) || Jump.agentIn(to).isPresent();
        String how = "after " + limit.time() + (leaves && !to.equals(Jump.END) ? " → " + to : "");
        arrow(id(question.id()), leaves ? END : target(to), how);
    }

    /** The question a jump leads to; for a group, its first question. */
    private String target(String to) {
        return survey.groups().stream()
                .filter(group -> group.id().equals(to) && !group.questions().isEmpty())
                .findFirst()
                .map(FlowChart::first)
                .orElseGet(() -> id(to));
    }

    private static String first(Group group) {
        return id(
                group.matrix().isPresent()
                        ? group.id()
                        : group.questions().get(0).id());
    }

    private void node(String id, String shape) {
        line(id + shape);
    }

    private void arrow(String from, String to, String why) {
        line(from + (why.isEmpty() ? " --> " : " -->|" + quoted(why) + "| ") + to);
    }

    private void line(String text) {
        chart.append("  ").append(text).append('\n');
    }

    /** Adds a prefix because names such as {@code end} are reserved in Mermaid. */
    private static String id(String name) {
        return "q_" + name;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "#quot;") + "\"";
    }
}
