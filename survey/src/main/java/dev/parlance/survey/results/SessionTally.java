package dev.parlance.survey.results;

import dev.parlance.survey.definition.Group;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.Answer;
import dev.parlance.survey.machine.Disposition;
import dev.parlance.survey.machine.Progress;
import dev.parlance.survey.machine.Session;
import dev.parlance.survey.question.AnswerType;
import dev.parlance.survey.question.Question;
import dev.parlance.survey.store.Tally;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;

/**
 * What one session adds to a summary. It has no word of people's own: an answer's text is in it only if it is one of the
 * possible answers that are known before.
 */
final class SessionTally {
    static final String PEOPLE = "people";
    static final String DISPOSITION = "disposition";
    static final String LANGUAGE = "language";
    static final String CHANNEL = "channel";
    static final String FINISHED = "finished";
    static final String MILLISECONDS = "milliseconds";
    static final String SKIPPED = "skipped";
    static final String STOPPED = "stopped";
    static final String ANSWERS = "answers";
    static final String OPTION = "option";
    static final String SUM = "sum";
    static final String PROMOTERS = "promoters";
    static final String DETRACTORS = "detractors";

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
     * @param survey the survey as it was at the session's revision
     */
    static Tally of(Survey survey, Session session) {
        SessionTally counting = new SessionTally(survey);
        counting.progress(session);
        session.answers().values().forEach(counting::answer);
        return counting.tally.build();
    }

    private void progress(Session session) {
        Progress progress = session.progress();
        Disposition disposition = progress.disposition();
        one(PEOPLE);
        one(DISPOSITION, disposition.name());
        one(LANGUAGE, session.language());
        one(CHANNEL, session.channel());
        if (disposition == Disposition.COMPLETED
                && progress.started().isPresent()
                && progress.ended().isPresent()) {
            Duration time =
                    Duration.between(progress.started().get(), progress.ended().get());
            one(FINISHED);
            tally.add(MILLISECONDS, time.toMillis());
        }
        if (disposition != Disposition.COMPLETED && disposition != Disposition.SCREENED_OUT) {
            question(progress.at()).ifPresent(last -> one(STOPPED, last.id()));
        }
    }

    private void answer(Answer answer) {
        question(answer.question()).ifPresent(question -> {
            if (answer.isGiven()) {
                answer(question, answer);
            } else {
                one(SKIPPED, question.id());
            }
        });
    }

    private void answer(Question question, Answer answer) {
        String[] place = {question.id(), answer.language(), answer.channel()};
        AnswerType type = question.answers();
        one(ANSWERS, place);
        answer.value().parts().stream()
                .filter(type.all()::contains)
                .forEach(part -> one(OPTION, place[0], place[1], place[2], part));
        if (type.isNumber()) {
            answer.value().number().ifPresent(number -> {
                sum(number, place);
                if (number.compareTo(PROMOTER) >= 0) {
                    one(PROMOTERS, place);
                } else if (number.compareTo(DETRACTOR) <= 0) {
                    one(DETRACTORS, place);
                }
            });
        }
    }

    /** A number as whole ones of 10⁰, 10⁹, 10⁻⁹ and so on, so that sums of any numbers are exact. */
    private void sum(BigDecimal number, String... place) {
        BigInteger billion = BigInteger.valueOf(1_000_000_000);
        int exponent = -9 * Math.max(0, (number.scale() + 8) / 9);
        BigInteger rest = number.movePointLeft(exponent).toBigIntegerExact();
        for (; rest.signum() != 0; exponent += 9) {
            BigInteger[] parts = rest.divideAndRemainder(billion);
            String name = AmountName.of(SUM, place[0], place[1], place[2], Integer.toString(exponent));
            tally.add(name, parts[1].longValueExact());
            rest = parts[0];
        }
    }

    private Optional<Question> question(String answerName) {
        return survey.question(Group.questionOf(answerName)).filter(Question::hasAnswer);
    }

    private void one(String what, String... where) {
        String[] parts = new String[where.length + 1];
        parts[0] = what;
        System.arraycopy(where, 0, parts, 1, where.length);
        tally.add(AmountName.of(parts), 1);
    }
}
