package dev.parlance.survey.definition;

import dev.parlance.survey.question.AnswerType;
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
    private final ProblemList problems;

    GroupCheck(
            List<Group> groups,
            QuestionPlaces questions,
            ConditionCheck conditions,
            Flow flow,
            UnknownQuestions unknown,
            ProblemList problems) {
        this.groups = groups;
        this.questions = questions;
        this.conditions = conditions;
        this.flow = flow;
        this.unknown = unknown;
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
        }
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
        } else if (isOfKnownKind && repeat.by() == Repeat.By.CHOSEN && !(answers instanceof AnswerType.Options)) {
            problems.add(path, "needs chosen options, but \"" + counted + "\" has no options");
        } else if (!flow.canComeBefore(counted, first)) {
            problems.add(path, "refers to question \"" + counted + "\", which is never asked before this point");
        }
    }
}
