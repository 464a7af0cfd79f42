package dev.parlance.survey.machine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a session stands.
 *
 * @param disposition how far the person has come
 * @param stage what is waited for
 * @param at the question that was asked last
 * @param attempts how often it was answered in a way that could not be understood
 * @param turn how many turns there were
 * @param channel how the two talk
 * @param path the questions that were answered, in order, so that one can go back
 * @param unsure the answers of which one is to be confirmed
 * @param reacted whether the person has done anything since we last called or texted
 * @param started when the person was first in contact
 * @param asked when the last question was asked
 * @param askedTurn in which turn it was asked
 * @param ended when it was over
 */
public record Progress(
        Disposition disposition,
        Stage stage,
        String at,
        int attempts,
        int turn,
        String channel,
        List<String> path,
        List<Answer> unsure,
        boolean reacted,
        Optional<Instant> started,
        Optional<Instant> asked,
        int askedTurn,
        Optional<Instant> ended) {
    /** Keeps the lists as they are now. */
    public Progress {
        path = List.copyOf(path);
        unsure = List.copyOf(unsure);
    }

    static Progress begin(String channel) {
        return new Progress(
                Disposition.NOT_STARTED,
                Stage.NEW,
                "",
                0,
                0,
                channel,
                List.of(),
                List.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty());
    }
}
