package dev.parlance.survey.results;

import dev.parlance.survey.analysis.MissedReplies;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.session.Session;
import dev.parlance.survey.state.MissedReply;
import dev.parlance.survey.state.SessionState;
import java.util.HashMap;
import java.util.Map;

/** Counts equal replies that were not understood. */
final class MissedReplyCounter {
    private static final int MAX_ROWS = 10_000;

    private final Survey survey;
    private final Map<MissedReplies.Row, Integer> counts = new HashMap<>();

    MissedReplyCounter(Survey survey) {
        this.survey = survey;
    }

    void add(Session session) {
        SessionState.of(session).missed().replies().stream()
                .filter(reply -> reply.isMissed() && !reply.words().isEmpty())
                .filter(reply -> survey.question(reply.question()).isPresent())
                .map(MissedReplyCounter::row)
                .forEach(this::add);
    }

    private static MissedReplies.Row row(MissedReply reply) {
        return new MissedReplies.Row(reply.question(), reply.language(), reply.channel(), reply.words(), 0);
    }

    private void add(MissedReplies.Row row) {
        if (counts.size() < MAX_ROWS || counts.containsKey(row)) {
            counts.merge(row, 1, Integer::sum);
        }
    }

    MissedReplies result() {
        return new MissedReplies(counts.entrySet().stream()
                .map(each -> counted(each.getKey(), each.getValue()))
                .toList());
    }

    private static MissedReplies.Row counted(MissedReplies.Row row, int count) {
        return new MissedReplies.Row(row.question(), row.language(), row.channel(), row.reply(), count);
    }
}
