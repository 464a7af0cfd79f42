package dev.parlance.survey.index;

import dev.parlance.survey.definition.Group;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.state.MissedReply;
import dev.parlance.survey.state.Progress;
import dev.parlance.survey.state.SessionState;

/** Makes the rows of sessions. Not thread-safe. */
final class RowReader {
    /** More different replies are not kept. */
    private static final int MAX_REPLIES = 10_000;

    private final Schema schema;

    RowReader(Schema schema) {
        this.schema = schema;
    }

    /**
     * The row of a session.
     *
     * @param person the id of the person's document
     * @param stamp the stamp of the person's document
     * @param isLast whether it is the person's last run
     */
    Row row(String person, SessionState session, int stamp, boolean isLast) {
        Row row = new Row(person);
        row.set(Field.RUN, session.run());
        row.set(Field.IS_LAST, bit(isLast));
        row.set(Field.STAMP, stamp);
        progress(session.progress(), row);
        row.set(Field.LANGUAGE, schema.languages().number(session.language()));
        row.set(Field.CHANNEL, schema.channels().number(session.channel()));
        row.set(Field.WAVE, session.wave());
        row.set(Field.REVISION, schema.revisionIds().number(session.revision()));
        answers(session, row);
        session.missed().replies().forEach(reply -> missed(reply, row));
        return row;
    }

    private static int bit(boolean isSet) {
        return isSet ? 1 : 0;
    }

    private static void progress(Progress progress, Row row) {
        row.set(Field.CONTACTED, Seconds.of(progress.contacted().or(progress::started)));
        row.set(Field.STARTED, Seconds.of(progress.started()));
        row.set(Field.ENDED, Seconds.of(progress.ended()));
        row.set(Field.DISPOSITION, DispositionCode.of(progress.disposition()));
    }

    private void answers(SessionState session, Row row) {
        row.set(Field.IS_OVER, bit(session.isOver()));
        RevisionQuestions revision = schema.revision(session.revision());
        int place = 0;
        int lastReply = 0;
        boolean hasReplied = false;
        for (Answer answer : session.answers().values()) {
            RevisionQuestions.Entry entry = revision.of(answer.question());
            if (entry != null) {
                QuestionColumns columns = schema.question(entry.question().id());
                new AnswerReader(columns, entry, row).read(answer);
                if (entry.place() > place) {
                    place = entry.place();
                    row.set(Field.REACHED, columns.number() + 1);
                }
            }
            boolean isReply = answer.inputMethod() != Answer.InputMethod.COMPUTED;
            hasReplied |= isReply;
            lastReply = isReply && answer.isGiven() ? Math.max(lastReply, Seconds.of(answer.at())) : lastReply;
        }
        for (MissedReply reply : session.missed().replies()) {
            lastReply = Math.max(lastReply, Seconds.of(reply.at()));
        }
        row.set(Field.LAST_REPLY, lastReply);
        row.set(Field.HAS_REPLIED, bit(hasReplied));
        current(session.question(), revision, place, row);
    }

    private void current(String answerName, RevisionQuestions revision, int place, Row row) {
        RevisionQuestions.Entry entry = revision.of(answerName);
        if (entry != null) {
            int number = schema.question(entry.question().id()).number() + 1;
            row.set(Field.CURRENT, number);
            if (entry.place() > place) {
                row.set(Field.REACHED, number);
            }
        }
    }

    private void missed(MissedReply reply, Row row) {
        if (!reply.isMissed() || reply.words().isEmpty()) {
            return;
        }
        String entry =
                String.join("\t", Group.questionOf(reply.question()), reply.language(), reply.channel(), reply.words());
        if (schema.missed().size() < MAX_REPLIES || schema.missed().has(entry)) {
            row.addMissed(schema.missed().number(entry));
        }
    }
}
