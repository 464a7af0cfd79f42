package dev.parlance.survey.results;

import dev.parlance.survey.internal.SessionTallies;
import dev.parlance.survey.session.Session;
import dev.parlance.survey.state.SessionState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Finds the sessions whose people replied last among any number of them, in little memory. */
final class NewestSessions {
    private static final Comparator<Answered> BY_TIME = Comparator.comparing(Answered::at);

    private final int limit;
    private final PriorityQueue<Answered> oldestFirst = new PriorityQueue<>(BY_TIME);

    private record Answered(Instant at, Session session) {}

    NewestSessions(int limit) {
        this.limit = limit;
    }

    void add(Session session) {
        SessionTallies.lastReply(SessionState.of(session)).ifPresent(at -> oldestFirst.add(new Answered(at, session)));
        if (oldestFirst.size() > limit) {
            oldestFirst.remove();
        }
    }

    List<Session> newestFirst() {
        return oldestFirst.stream()
                .sorted(BY_TIME.reversed())
                .map(Answered::session)
                .toList();
    }
}
