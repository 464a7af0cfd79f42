package dev.parlance.survey.machine;

import dev.parlance.survey.question.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What recorded answers say. The writing may come before the recording itself does. */
final class Transcripts {
    private static final int MOST = 10;

    private Transcripts() {}

    /** Puts a recorded answer in writing, or keeps the writing until the recording comes. */
    static Session add(Session session, String recording, String text) {
        Map<String, Answer> answers = new LinkedHashMap<>(session.answers());
        answers.replaceAll((question, answer) ->
                answer.recording().equals(Optional.of(recording)) ? answer.withValue(Value.of(text)) : answer);
        if (!answers.equals(session.answers())) {
            return session.with(edit -> edit.answers = answers);
        }
        boolean isKnown =
                answers.values().stream().anyMatch(answer -> answer.recording().equals(Optional.of(recording)));
        if (isKnown || session.transcripts().size() >= MOST) {
            return session;
        }
        Map<String, String> more = new LinkedHashMap<>(session.transcripts());
        more.put(recording, text);
        return session.with(edit -> edit.transcripts = more);
    }

    /** The session without the writing of this recording, which its answer has now. */
    static Session without(Session session, String recording) {
        Map<String, String> fewer = new LinkedHashMap<>(session.transcripts());
        fewer.remove(recording);
        return session.with(edit -> edit.transcripts = fewer);
    }
}
