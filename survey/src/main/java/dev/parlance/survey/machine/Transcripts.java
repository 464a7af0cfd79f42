package dev.parlance.survey.machine;

import dev.parlance.survey.question.Value;
import dev.parlance.survey.session.Answer;
import dev.parlance.survey.state.GivenAnswer;
import dev.parlance.survey.state.SessionState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The transcripts of recorded answers. A transcript can arrive before its recording. */
final class Transcripts {
    private static final int MAX_WAITING = 10;

    private Transcripts() {}

    /** Adds a transcript to its answer, or stores it until the recording arrives. */
    static SessionState add(SessionState session, String recording, String text) {
        Map<String, Answer> answers = new LinkedHashMap<>(session.answers());
        answers.replaceAll((question, answer) -> answer.recording().equals(Optional.of(recording))
                ? GivenAnswer.withValue(answer, Value.of(text))
                : answer);
        if (!answers.equals(session.answers())) {
            return session.with(edit -> edit.answers = answers);
        }
        boolean isKnown =
                answers.values().stream().anyMatch(answer -> answer.recording().equals(Optional.of(recording)));
        if (isKnown || session.transcripts().size() >= MAX_WAITING) {
            return session;
        }
        Map<String, String> more = new LinkedHashMap<>(session.transcripts());
        more.put(recording, text);
        return session.with(edit -> edit.transcripts = more);
    }

    /** Removes the transcript of this recording, which its answer now has. */
    static SessionState without(SessionState session, String recording) {
        Map<String, String> fewer = new LinkedHashMap<>(session.transcripts());
        fewer.remove(recording);
        return session.with(edit -> edit.transcripts = fewer);
    }
}
