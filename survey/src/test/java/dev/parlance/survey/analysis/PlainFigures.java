package dev.parlance.survey.analysis;

import dev.parlance.survey.definition.Group;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.state.SessionState;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Figures computed straight from sessions, without columns and codes: what those of an {@link Analysis} must equal. */
final class PlainFigures {
    private final List<SessionState> sessions;
    private final Function<String, Survey> revisions;

    PlainFigures(List<SessionState> sessions, Function<String, Survey> revisions) {
        this.sessions = sessions;
        this.revisions = revisions;
    }

    private int count(Predicate<SessionState> isCounted) {
        return (int) sessions.stream().filter(isCounted).count();
    }

    People people() {
        Map<Disposition, Integer> dispositions = new EnumMap<>(Disposition.class);
        sessions.forEach(session -> dispositions.merge(session.disposition(), 1, Integer::sum));
        return new People(
                sessions.size(),
                count(PlainFigures::isReached),
                count(session -> session.answers().values().stream()
                        .anyMatch(answer -> answer.inputMethod() != Answer.InputMethod.COMPUTED)),
                count(session -> isReached(session) && !session.isOver()),
                count(session -> session.isOver()
                        && List.of(
                                        Disposition.STARTED,
                                        Disposition.PARTIAL,
                                        Disposition.BROKE_OFF,
                                        Disposition.UNKNOWN_ELIGIBILITY)
                                .contains(session.disposition())),
                dispositions);
    }

    private static boolean isReached(SessionState session) {
        return session.disposition() != Disposition.NOT_STARTED && session.disposition() != Disposition.UNREACHABLE;
    }

    /** The median, in seconds. */
    Optional<Double> medianTime() {
        return quantile(sessions.stream()
                .filter(session -> session.disposition() == Disposition.COMPLETED)
                .map(session -> (double) (session.ended().orElseThrow().getEpochSecond()
                        - session.started().orElseThrow().getEpochSecond()))
                .toList());
    }

    private static Optional<Double> quantile(List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2);
    }

    /** For each day, how many were contacted. */
    Map<LocalDate, Integer> invited() {
        Map<LocalDate, Integer> days = new TreeMap<>();
        sessions.forEach(session -> session.progress()
                .contacted()
                .map(time -> LocalDate.ofInstant(time, ZoneOffset.UTC))
                .ifPresent(day -> days.merge(day, 1, Integer::sum)));
        return days;
    }

    private Stream<Answer> answers(SessionState session, String question) {
        return session.answers().values().stream()
                .filter(answer -> Group.questionOf(answer.question()).equals(question));
    }

    private Stream<Answer> answers(String question) {
        return sessions.stream()
                .filter(session ->
                        revisions.apply(session.revision()).question(question).isPresent())
                .flatMap(session -> answers(session, question));
    }

    private static boolean isRefusal(Answer answer) {
        return answer.value().isRefusal();
    }

    int answered(String question) {
        return (int) answers(question)
                .filter(answer -> answer.isGiven() && !isRefusal(answer))
                .count();
    }

    Map<NoAnswer, Integer> unanswered(String question) {
        Map<NoAnswer, Integer> reasons = new EnumMap<>(NoAnswer.class);
        sessions.forEach(session -> {
            Survey revision = revisions.apply(session.revision());
            if (revision.question(question).isEmpty()) {
                reasons.merge(NoAnswer.OTHER_VERSION, 1, Integer::sum);
                return;
            }
            List<Answer> entries = answers(session, question).toList();
            entries.forEach(
                    entry -> reason(revision, entry).ifPresent(reason -> reasons.merge(reason, 1, Integer::sum)));
            if (entries.isEmpty()) {
                reasons.merge(missing(revision, session, question), 1, Integer::sum);
            }
        });
        return reasons;
    }

    private static Optional<NoAnswer> reason(Survey revision, Answer entry) {
        Question question =
                revision.question(Group.questionOf(entry.question())).orElseThrow();
        int attempts = question.settings()
                .attempts()
                .orElse(revision.rules().attempts())
                .max();
        return switch (entry.inputMethod()) {
            case SKIPPED -> Optional.of(entry.attempt() > attempts ? NoAnswer.NOT_UNDERSTOOD : NoAnswer.SKIPPED);
            case TIMED_OUT, LATE -> Optional.of(NoAnswer.TIMED_OUT);
            case TEXT, KEYS, SPEECH, RECORDING, COMPUTED ->
                isRefusal(entry) ? Optional.of(NoAnswer.REFUSED) : Optional.empty();
        };
    }

    private NoAnswer missing(Survey revision, SessionState session, String question) {
        boolean isCompleted = session.disposition() == Disposition.COMPLETED;
        if (!isCompleted && Group.questionOf(session.question()).equals(question)) {
            return session.isOver() ? NoAnswer.LEFT : NoAnswer.WAITING;
        }
        return isCompleted || place(revision, question) < farthest(revision, session)
                ? NoAnswer.NOT_ASKED
                : NoAnswer.NOT_REACHED;
    }

    private static int farthest(Survey revision, SessionState session) {
        return Stream.concat(session.answers().keySet().stream(), Stream.of(session.question()))
                .mapToInt(name -> place(revision, Group.questionOf(name)))
                .max()
                .orElse(-1);
    }

    /** The place of a question; of one in a group in random order, that of the group's last one. */
    private static int place(Survey revision, String question) {
        int place = -1;
        for (Group group : revision.groups()) {
            for (int i = 0; i < group.questions().size(); i++) {
                place++;
                int last = place + group.questions().size() - 1 - i;
                if (group.questions().get(i).id().equals(question)) {
                    return group.shuffled() ? last : place;
                }
            }
        }
        return -1;
    }

    /** How often each answer was given. */
    Map<String, Integer> values(String question) {
        Map<String, Integer> counts = new TreeMap<>();
        sessions.forEach(session -> revisions
                .apply(session.revision())
                .question(question)
                .ifPresent(asked -> answers(session, question)
                        .filter(answer -> answer.isGiven() && !isRefusal(answer))
                        .map(Answer::value)
                        .forEach(value -> count(asked.answers(), value, counts))));
        return counts;
    }

    private static void count(AnswerType type, Value value, Map<String, Integer> counts) {
        value.parts().stream().filter(type.all()::contains).forEach(part -> counts.merge(part, 1, Integer::sum));
    }

    List<Double> numbers(String question) {
        return answers(question)
                .filter(Answer::isGiven)
                .flatMap(answer -> answer.value().number().stream())
                .map(Number::doubleValue)
                .sorted()
                .toList();
    }

    /** For each option, the numbers of its part: its places or its shares. */
    List<Double> parts(String question, String option) {
        return answers(question)
                .filter(Answer::isGiven)
                .flatMap(answer -> AnswerType.part(answer.value(), option).stream())
                .flatMap(part -> part.number().stream())
                .map(Number::doubleValue)
                .sorted()
                .toList();
    }

    /** How many gave both answers. */
    int pairs(String rows, String row, String columns, String column) {
        return count(session -> has(session, rows, row) && has(session, columns, column));
    }

    private boolean has(SessionState session, String question, String value) {
        return revisions.apply(session.revision()).question(question).isPresent()
                && answers(session, question)
                        .anyMatch(answer -> answer.isGiven() && answer.value().has(value));
    }

    /** How many left at a question. */
    int left(String question) {
        return count(session -> session.isOver()
                && session.disposition() != Disposition.COMPLETED
                && session.disposition() != Disposition.SCREENED_OUT
                && Group.questionOf(session.question()).equals(question));
    }

    /** How often each reply to a question of the current survey was not understood. */
    Map<String, Integer> missed() {
        Map<String, Integer> counts = new TreeMap<>();
        sessions.forEach(session -> session.missed().replies().stream()
                .filter(reply -> EveryForm.CURRENT
                        .question(Group.questionOf(reply.question()))
                        .isPresent())
                .forEach(reply -> counts.merge(
                        Group.questionOf(reply.question()) + " " + reply.language() + " " + reply.channel() + " "
                                + reply.words(),
                        1,
                        Integer::sum)));
        return counts;
    }
}
