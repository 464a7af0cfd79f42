package dev.parlance.survey.internal;

import dev.parlance.survey.definition.Group;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.Disposition;
import dev.parlance.survey.state.MissedReply;
import dev.parlance.survey.state.Progress;
import dev.parlance.survey.state.SessionState;
import dev.parlance.survey.store.Tally;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * What one session adds to a summary. Contains no free text: an answer is included only if it belongs to the question's fixed
 * set of answers.
 */
public final class SessionTally {
    /** The name of an amount. */
    public static final String PEOPLE = "people";
    /** The name of an amount. */
    public static final String DISPOSITION = "disposition";
    /** The name of an amount. */
    public static final String LANGUAGE = "language";
    /** The name of an amount. */
    public static final String CHANNEL = "channel";
    /** The name of an amount. */
    public static final String FINISHED = "finished";
    /** The name of an amount. */
    public static final String MILLISECONDS = "milliseconds";
    /** The name of an amount. */
    public static final String SKIPPED = "skipped";
    /** The name of an amount. */
    public static final String STOPPED = "stopped";
    /** The name of an amount. */
    public static final String ANSWERS = "answers";
    /** The name of an amount. */
    public static final String OPTION = "option";
    /** The name of an amount. */
    public static final String SUM = "sum";
    /** The name of an amount. */
    public static final String PROMOTERS = "promoters";
    /** The name of an amount. */
    public static final String DETRACTORS = "detractors";
    /** The name of an amount. */
    public static final String MISSED = "missed";

    private static final BigDecimal PROMOTER = BigDecimal.valueOf(9);
    private static final BigDecimal DETRACTOR = BigDecimal.valueOf(6);

    private final Survey survey;
    private final Tally.Builder tally = new Tally.Builder();

    private SessionTally(Survey survey) {
        this.survey = survey;
    }

    /**
     * The tally of a session.
     *
     * @param survey the survey in the session's revision
     */
    public static Tally of(Survey survey, SessionState session) {
        SessionTally counting = new SessionTally(survey);
        counting.progress(session);
        session.answers().values().forEach(counting::answer);
        session.missed().replies().stream().filter(MissedReply::isMissed).forEach(counting::missed);
        ArmTally.add(survey, session, counting.tally);
        return counting.tally.build();
    }

    private void progress(SessionState session) {
        Progress progress = session.progress();
        Disposition disposition = progress.disposition();
        count(PEOPLE);
        count(DISPOSITION, disposition.name());
        count(LANGUAGE, session.language());
        count(CHANNEL, session.channel());
        if (disposition == Disposition.COMPLETED
                && progress.started().isPresent()
                && progress.ended().isPresent()) {
            Duration time =
                    Duration.between(progress.started().get(), progress.ended().get());
            count(FINISHED);
            tally.add(MILLISECONDS, time.toMillis());
        }
        if (disposition != Disposition.COMPLETED && disposition != Disposition.SCREENED_OUT) {
            question(progress.question()).ifPresent(last -> count(STOPPED, last.id()));
        }
    }

    private void answer(Answer answer) {
        question(answer.question()).ifPresent(question -> {
            if (answer.isGiven()) {
                answer(question, answer);
            } else {
                count(SKIPPED, question.id());
            }
        });
    }

    private void answer(Question question, Answer answer) {
        String[] group = {question.id(), answer.language(), answer.channel()};
        AnswerType type = question.answers();
        count(ANSWERS, group);
        type.counts(answer.value())
                .forEach((value, amount) ->
                        tally.add(AmountName.of(OPTION, group[0], group[1], group[2], value), amount));
        if (type instanceof AnswerType.Numbers) {
            answer.value().number().ifPresent(number -> {
                ExactSum.add(tally, number, SUM, group[0], group[1], group[2]);
                if (number.compareTo(PROMOTER) >= 0) {
                    count(PROMOTERS, group);
                } else if (number.compareTo(DETRACTOR) <= 0) {
                    count(DETRACTORS, group);
                }
            });
        }
    }

    private void missed(MissedReply reply) {
        question(reply.question())
                .ifPresent(question -> count(
                        MISSED,
                        question.id(),
                        reply.language(),
                        reply.channel(),
                        reply.outcome().name()));
    }

    private Optional<Question> question(String answerName) {
        return survey.question(Group.questionOf(answerName)).filter(Question::hasAnswer);
    }

    private void count(String kind, String... details) {
        String[] parts = new String[details.length + 1];
        parts[0] = kind;
        System.arraycopy(details, 0, parts, 1, details.length);
        tally.add(AmountName.of(parts), 1);
    }
}
