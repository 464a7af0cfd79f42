package dev.parlance.survey.machine;

import dev.parlance.survey.state.SessionState;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** "Question 3 of 8": how many questions came before, and how many follow as things stand. */
final class QuestionCount {
    private final QuestionPath path;
    private final List<String> answered;

    QuestionCount(QuestionPath path, SessionState session) {
        this.path = path;
        this.answered = session.progress().path();
    }

    int number(Position at) {
        int place = answered.indexOf(at.key());
        return 1 + (place < 0 ? answered.size() : place);
    }

    /** The number of this question, and of those that follow if the answers stay as they are. */
    int of(Position at) {
        int count = number(at);
        Set<String> seen = new HashSet<>(Set.of(at.key()));
        Optional<Position> next = path.after(at).position();
        while (next.isPresent() && seen.add(next.get().key())) {
            count += path.waitsAt(next.get()) ? 1 : 0;
            next = path.after(next.get()).position();
        }
        return count;
    }
}
