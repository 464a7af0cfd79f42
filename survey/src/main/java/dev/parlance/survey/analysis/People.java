package dev.parlance.survey.analysis;

import dev.parlance.survey.session.Disposition;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How far people got. Somebody who has repeated the survey counts once for each run.
 *
 * @param invited everybody: those who were contacted, and those who came by themselves
 * @param reached those who were in contact, including those who declined
 * @param started those who answered or skipped a question
 * @param inProgress those who were in contact, and whose session is still open
 * @param left those who were in contact and let the survey end before its last question
 * @param dispositions everybody, by disposition
 */
public record People(
        int invited, int reached, int started, int inProgress, int left, Map<Disposition, Integer> dispositions) {
    /** Copies the map. */
    public People {
        Map<Disposition, Integer> copy = new EnumMap<>(Disposition.class);
        copy.putAll(dispositions);
        dispositions = Collections.unmodifiableMap(copy);
    }

    /** How many have this disposition. */
    public int count(Disposition disposition) {
        return dispositions.getOrDefault(disposition, 0);
    }

    /** How many completed the survey. */
    public int completed() {
        return count(Disposition.COMPLETED);
    }

    /** How many declined to take part. */
    public int declined() {
        return count(Disposition.REFUSED);
    }

    /** How many opted out. */
    public int optedOut() {
        return count(Disposition.OPTED_OUT);
    }

    /** How many are not eligible, or came after a quota was full. */
    public int screenedOut() {
        return count(Disposition.SCREENED_OUT);
    }

    /** How many never responded and are no longer contacted. */
    public int unreachable() {
        return count(Disposition.UNREACHABLE);
    }
}
