package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Group;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Abilities;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.ConditionContext;
import dev.parlance.survey.question.Jump;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.TimeLimit;
import dev.parlance.survey.state.SessionState;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;

/** One person's path through the questions: decides what comes next, by conditions, jumps, rounds and random order. */
final class QuestionPath {
    private final Survey survey;
    private final SessionState session;
    private final Abilities abilities;
    private final ConditionContext known;
    private final Rounds rounds;

    QuestionPath(Survey survey, SessionState session, Abilities abilities, LocalDateTime local, FactLookup lookup) {
        this.survey = survey;
        this.session = session;
        this.abilities = abilities;
        this.known = new KnownFacts(survey, session, local, lookup);
        this.rounds = new Rounds(survey, session);
    }

    /**
     * Where the path continues.
     *
     * @param position the next question
     * @param end the kind of end if there is no next question
     */
    record Next(Optional<Position> position, String end) {
        static Next end(String kind) {
            return new Next(Optional.empty(), kind);
        }
    }

    Next first() {
        return enter(0);
    }

    Next after(Position position) {
        for (Jump jump : position.question().settings().next()) {
            if (jump.when().holds(known(position.in(), position.round()))) {
                return to(jump.to(), position);
            }
        }
        return past(position);
    }

    /** Where the path continues when the time for an answer is over. */
    Next afterTimeOut(Position position) {
        return position.question()
                .settings()
                .answerWithin()
                .flatMap(TimeLimit::then)
                .map(target -> to(target, position))
                .orElseGet(() -> after(position));
    }

    /** The question with this key, if the survey still has it. */
    Optional<Position> at(String key) {
        String[] parts = key.split("\\.", -1);
        String id = Group.questionOf(key);
        int round = parts.length == 3 ? Integer.parseInt(parts[1]) : 1;
        for (int i = 0; i < survey.groups().size(); i++) {
            Group group = survey.groups().get(i);
            for (Question question : group.questions()) {
                if (question.id().equals(id) && group.answerName(round, id).equals(key)) {
                    return Optional.of(new Position(i, group, round, question));
                }
            }
        }
        return Optional.empty();
    }

    /** Where the path continues without the position's jumps. */
    Next past(Position position) {
        List<Question> order = order(position.in(), position.group());
        Optional<Position> inRound =
                from(position.group(), position.round(), order, order.indexOf(position.question()) + 1);
        return inRound.isPresent()
                ? new Next(inRound, "")
                : rounds(position.group(), position.round() + 1).orElseGet(() -> enter(position.group() + 1));
    }

    private Next to(String target, Position from) {
        if (Jump.isEnd(target) || Jump.agentIn(target).isPresent()) {
            return Next.end(target);
        }
        List<Question> order = order(from.in(), from.group());
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i).id().equals(target)) {
                Optional<Position> position = from(from.group(), from.round(), order, i);
                return position.isPresent() ? new Next(position, "") : enter(from.group() + 1);
            }
        }
        for (int i = 0; i < survey.groups().size(); i++) {
            if (survey.groups().get(i).id().equals(target)) {
                return enter(i);
            }
        }
        return Next.end(Jump.END);
    }

    /** The first question to ask, starting at this group. */
    private Next enter(int first) {
        for (int i = first; i < survey.groups().size(); i++) {
            Group group = survey.groups().get(i);
            if (group.when().holds(known)) {
                Optional<Next> next = rounds(i, 1);
                if (next.isPresent()) {
                    return next.get();
                }
            }
        }
        return Next.end(Jump.END);
    }

    private Optional<Next> rounds(int index, int first) {
        Group group = survey.groups().get(index);
        List<Question> order = order(group, index);
        for (int round = first; round <= rounds.count(group); round++) {
            Optional<Position> position = from(index, round, order, 0);
            if (position.isPresent()) {
                return Optional.of(new Next(position, ""));
            }
        }
        return Optional.empty();
    }

    private Optional<Position> from(int index, int round, List<Question> order, int first) {
        Group group = survey.groups().get(index);
        ConditionContext context = known(group, round);
        for (int i = first; i < order.size(); i++) {
            Question question = order.get(i);
            if (question.isAskedOf(context)) {
                return Optional.of(new Position(index, group, round, question));
            }
        }
        return Optional.empty();
    }

    private List<Question> order(Group group, int index) {
        if (!group.shuffled()) {
            return group.questions();
        }
        if (group.matrix().isPresent()) {
            return shuffledItems(group);
        }
        List<Question> order = new ArrayList<>(group.questions());
        Collections.shuffle(order, new Random(session.person().shuffleSeed() * 31 + index));
        return order;
    }

    /** Each item has its own draw, so that the others keep their order if one is added or removed. */
    private List<Question> shuffledItems(Group group) {
        long seed = session.person().shuffleSeed();
        List<Question> order = new ArrayList<>(group.questions());
        order.sort(Comparator.comparingLong(
                item -> new SplittableRandom(seed ^ item.id().hashCode()).nextLong()));
        return order;
    }

    /** Whether, as things stand, no question that needs an answer follows. */
    boolean isLast(Position position) {
        Next next = past(position);
        while (next.position().isPresent() && !waitsAt(next.position().get())) {
            next = past(next.position().get());
        }
        return next.position().isEmpty();
    }

    /** Whether the survey waits for an answer here: not at statements or at questions that this channel can't ask. */
    boolean waitsAt(Position position) {
        Question question = position.question();
        return question.isAsked() && question.canBeAsked(abilities);
    }

    /** What is known in a round of a group: its own answers take precedence. */
    ConditionContext known(Group group, int round) {
        return group.repeat().isOnce() ? known : new InRound(known, group, round);
    }

    /** What is known outside the groups that are repeated. */
    ConditionContext known() {
        return known;
    }

    /** Whether a condition can be evaluated: all its questions have been answered or skipped. */
    boolean isDecided(Condition condition) {
        return condition.questions().stream().allMatch(session.answers()::containsKey);
    }
}
