package dev.parlance.survey.definition;

import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.Assignment;
import dev.parlance.survey.question.Question;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks that groups have questions, and that what they are repeated by can be known. */
final class GroupCheck {
    private final List<Group> groups;
    private final QuestionPlaces questions;
    private final ConditionCheck conditions;
    private final Flow flow;
    private final UnknownQuestions unknown;
    private final WordingCheck wording;
    private final ProblemList problems;

    GroupCheck(
            List<Group> groups,
            QuestionPlaces questions,
            ConditionCheck conditions,
            Flow flow,
            UnknownQuestions unknown,
            WordingCheck wording,
            ProblemList problems) {
        this.groups = groups;
        this.questions = questions;
        this.conditions = conditions;
        this.flow = flow;
        this.unknown = unknown;
        this.wording = wording;
        this.problems = problems;
    }

    void check() {
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            String path = QuestionPlaces.path(i);
            if (group.questions().isEmpty()) {
                problems.add(path, "is a group without questions");
                continue;
            }
            String first = group.questions().get(0).id();
            conditions.check(path + ".when", group.when(), first, Set.of());
            if (!group.repeat().question().isEmpty()) {
                repeat(path + ".repeat", group.repeat(), first);
            }
            if (!group.repeat().isOnce()) {
                assignments(path, group);
            }
            if (group.repeat().by() == Repeat.By.LISTED) {
                items(path + ".repeat", group);
            }
        }
    }

    private void assignments(String path, Group group) {
        for (int i = 0; i < group.questions().size(); i++) {
            if (group.questions().get(i) instanceof Assignment) {
                problems.add(
                        path + ".questions[" + i + "]",
                        "assigns an arm in a group that is repeated; a person has one arm, so put it before the group");
            }
        }
    }

    private void items(String path, Group group) {
        List<String> items = group.repeat().items();
        if (items.isEmpty() || items.size() > Repeat.MAX_TIMES) {
            problems.add(path, "needs 1 to " + Repeat.MAX_TIMES + " items in \"forEach\", not " + items.size());
        }
        if (Set.copyOf(items).size() < items.size()) {
            problems.add(path, "lists an item twice");
        }
        wording.check(path, items.stream().map(group::itemPrompt).toList(), any -> false);
    }

    private void repeat(String path, Repeat repeat, String first) {
        String counted = repeat.question();
        Optional<Question> question = questions.question(counted);
        if (question.isEmpty()) {
            unknown.add(path, "refers to question", counted);
            return;
        }
        AnswerType answers = question.get().answers();
        boolean isOfKnownKind = !(question.get() instanceof UnknownKind);
        if (isOfKnownKind && repeat.by() == Repeat.By.NUMBER && !answers.isNumber()) {
            problems.add(path, "needs a number, but the answers to \"" + counted + "\" are not numbers");
        } else if (isOfKnownKind && repeat.by() == Repeat.By.CHOSEN && !isList(question.get())) {
            problems.add(path, "needs chosen options or words, but \"" + counted + "\" has neither");
        } else if (!flow.canComeBefore(counted, first)) {
            problems.add(path, "refers to question \"" + counted + "\", which is never asked before this point");
        }
    }

    private static boolean isList(Question question) {
        return question.answers().hasOptions() || question.acceptsAnyText();
    }
}
