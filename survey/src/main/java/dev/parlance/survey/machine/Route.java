package dev.parlance.survey.machine;

import dev.parlance.survey.definition.Group;
import dev.parlance.survey.definition.Repeat;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.Abilities;
import dev.parlance.survey.question.Condition;
import dev.parlance.survey.question.Jump;
import dev.parlance.survey.question.Known;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The way of one person through the questions: what comes next, by conditions, jumps, rounds and drawn orders. */
final class Route {
    private final Survey survey;
    private final Session session;
    private final Abilities abilities;

    Route(Survey survey, Session session, Abilities abilities) {
        this.survey = survey;
        this.session = session;
        this.abilities = abilities;
    }

    /**
     * Where the way goes.
     *
     * @param stop the next question
     * @param end the end that is reached, where there is none
     */
    record Next(Optional<Stop> stop, String end) {
        static Next end(String how) {
            return new Next(Optional.empty(), how);
        }
    }

    Next first() {
        return enter(0);
    }

    Next after(Stop stop) {
        for (Jump jump : stop.question().frame().next()) {
            if (jump.when().holds(in(stop.in(), stop.round()))) {
                return to(jump.to(), stop);
            }
        }
        return past(stop);
    }

    /** The question of this name, if there is one still. */
    Optional<Stop> at(String key) {
        String[] parts = key.split("\\.", -1);
        String id = Group.questionOf(key);
        int round = parts.length == 3 ? Integer.parseInt(parts[1]) : 1;
        for (int i = 0; i < survey.groups().size(); i++) {
            Group group = survey.groups().get(i);
            for (Question question : group.questions()) {
                if (question.id().equals(id) && group.answerName(round, id).equals(key)) {
                    return Optional.of(new Stop(i, group, round, question));
                }
            }
        }
        return Optional.empty();
    }

    private Next past(Stop stop) {
        List<Question> order = order(stop.in(), stop.group());
        Optional<Stop> inRound = from(stop.group(), stop.round(), order, order.indexOf(stop.question()) + 1);
        return inRound.isPresent()
                ? new Next(inRound, "")
                : rounds(stop.group(), stop.round() + 1).orElseGet(() -> enter(stop.group() + 1));
    }

    private Next to(String target, Stop from) {
        if (Jump.isEnd(target)) {
            return Next.end(target);
        }
        List<Question> order = order(from.in(), from.group());
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i).id().equals(target)) {
                Optional<Stop> stop = from(from.group(), from.round(), order, i);
                return stop.isPresent() ? new Next(stop, "") : enter(from.group() + 1);
            }
        }
        for (int i = 0; i < survey.groups().size(); i++) {
            if (survey.groups().get(i).id().equals(target)) {
                return enter(i);
            }
        }
        return Next.end(Jump.END);
    }

    /** The first question from this group on that is to be asked. */
    private Next enter(int first) {
        for (int i = first; i < survey.groups().size(); i++) {
            Group group = survey.groups().get(i);
            if (group.when().holds(session)) {
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
        for (int round = first; round <= rounds(group); round++) {
            Optional<Stop> stop = from(index, round, order, 0);
            if (stop.isPresent()) {
                return Optional.of(new Next(stop, ""));
            }
        }
        return Optional.empty();
    }

    private Optional<Stop> from(int index, int round, List<Question> order, int first) {
        Group group = survey.groups().get(index);
        Known known = in(group, round);
        for (int i = first; i < order.size(); i++) {
            Question question = order.get(i);
            if (question.frame().when().holds(known)) {
                return Optional.of(new Stop(index, group, round, question));
            }
        }
        return Optional.empty();
    }

    private int rounds(Group group) {
        Repeat repeat = group.repeat();
        return switch (repeat.by()) {
            case TIMES -> repeat.times();
            case NUMBER ->
                session.answer(repeat.question())
                        .flatMap(Value::number)
                        .map(number ->
                                number.min(BigDecimal.valueOf(Repeat.MOST)).intValue())
                        .orElse(0);
            case CHOSEN ->
                Math.min(
                        Repeat.MOST,
                        session.answer(repeat.question())
                                .map(value -> value.parts().size())
                                .orElse(0));
        };
    }

    private List<Question> order(Group group, int index) {
        if (!group.shuffled()) {
            return group.questions();
        }
        List<Question> order = new ArrayList<>(group.questions());
        Collections.shuffle(order, new Random(session.person().seed() * 31 + index));
        return order;
    }

    /** Whether no question with an answer comes after this one, as far as can be seen now. */
    boolean isLast(Stop stop) {
        Next next = past(stop);
        while (next.stop().isPresent() && !waitsAt(next.stop().get())) {
            next = past(next.stop().get());
        }
        return next.stop().isEmpty();
    }

    /** Whether an answer is waited for: not after a statement, nor where this channel can't ask the question. */
    boolean waitsAt(Stop stop) {
        Question question = stop.question();
        return question.hasAnswer() && question.canBeAsked(abilities);
    }

    /** What is known in a round of a group: an answer of the same round goes before one from elsewhere. */
    private Known in(Group group, int round) {
        return group.repeat().isOnce() ? session : new InRound(session, group, round);
    }

    private record InRound(Session session, Group group, int round) implements Known {
        @Override
        public Optional<Value> answer(String question) {
            Optional<Value> here = session.answer(group.answerName(round, question));
            return here.isPresent() ? here : session.answer(question);
        }

        @Override
        public Optional<String> variable(String name) {
            return session.variable(name);
        }

        @Override
        public String language() {
            return session.language();
        }

        @Override
        public String channel() {
            return session.channel();
        }
    }

    /** Whether a condition can be looked at: all that it names has been asked. */
    boolean isDecided(Condition condition) {
        return condition.questions().stream().allMatch(session.answers()::containsKey);
    }
}
