package dev.parlance.survey.analysis;

import dev.parlance.survey.index.Chunk;
import dev.parlance.survey.index.DispositionCode;
import dev.parlance.survey.index.Field;
import dev.parlance.survey.index.IndexedQuestion;
import dev.parlance.survey.index.Snapshot;
import dev.parlance.survey.session.Disposition;

/** How far the people of a chunk have got. Not thread-safe: read one chunk after the other. */
final class Positions {
    private static final int SCREENED_OUT = DispositionCode.of(Disposition.SCREENED_OUT);
    private static final int AT_THE_END = Integer.MAX_VALUE;

    private final Snapshot snapshot;
    private final int[] placeOf;
    private final int[] current = new int[Snapshot.CHUNK_ROWS];
    private final int[] place = new int[Snapshot.CHUNK_ROWS];
    private final int[] isOver = new int[Snapshot.CHUNK_ROWS];
    private final int[] disposition = new int[Snapshot.CHUNK_ROWS];
    private final int[] revision = new int[Snapshot.CHUNK_ROWS];

    Positions(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.placeOf = new int[snapshot.questions().size() + 1];
        placeOf[0] = -1;
        snapshot.questions().forEach(question -> placeOf[question.number() + 1] = question.place());
    }

    void read(Chunk chunk, int[] rows) {
        chunk.read(Field.CURRENT, current);
        chunk.read(Field.REACHED, place);
        chunk.read(Field.IS_OVER, isOver);
        chunk.read(Field.DISPOSITION, disposition);
        chunk.read(Field.REVISION, revision);
        for (int row : rows) {
            place[row] = disposition[row] == DispositionCode.COMPLETED ? AT_THE_END : placeOf[place[row]];
        }
    }

    /** Why somebody has no answer to a question, and did not skip it. */
    NoAnswer missing(IndexedQuestion question, int row) {
        if (isAt(question, row) && place[row] != AT_THE_END) {
            return isOver[row] == 1 ? NoAnswer.LEFT : NoAnswer.WAITING;
        }
        if (!snapshot.hasQuestion(revision[row], question.number())) {
            return NoAnswer.OTHER_VERSION;
        }
        return place[row] > question.place() ? NoAnswer.NOT_ASKED : NoAnswer.NOT_REACHED;
    }

    /** Whether a question was the last one that somebody was asked. */
    boolean isAt(IndexedQuestion question, int row) {
        return current[row] == question.number() + 1;
    }

    /** Whether somebody has got to a question or past it. */
    boolean hasReached(IndexedQuestion question, int row) {
        return place[row] >= question.place();
    }

    /** Whether the session is over, before the survey's end. */
    boolean hasLeft(int row) {
        return isOver[row] == 1 && place[row] != AT_THE_END && disposition[row] != SCREENED_OUT;
    }

    /** Whether the session is open. */
    boolean isOpen(int row) {
        return isOver[row] == 0;
    }
}
