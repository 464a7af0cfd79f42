package dev.parlance.survey.analysis;

import dev.parlance.survey.index.Chunk;
import dev.parlance.survey.index.DispositionCode;
import dev.parlance.survey.index.Field;
import dev.parlance.survey.index.Snapshot;
import dev.parlance.survey.session.Disposition;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts how far people got, and how long they took. Not thread-safe. */
final class PeopleCounter implements Selection.Action {
    private static final Set<Disposition> NOT_REACHED = EnumSet.of(Disposition.NOT_STARTED, Disposition.UNREACHABLE);
    private static final Set<Disposition> LEFT = EnumSet.of(
            Disposition.STARTED, Disposition.PARTIAL, Disposition.BROKE_OFF, Disposition.UNKNOWN_ELIGIBILITY);

    private final int[] byDisposition = new int[DispositionCode.all().size()];
    private final int[] open = new int[DispositionCode.all().size()];
    private final int[] disposition = new int[Snapshot.CHUNK_ROWS];
    private final int[] isOver = new int[Snapshot.CHUNK_ROWS];
    private final int[] hasReplied = new int[Snapshot.CHUNK_ROWS];
    private final int[] startedAt = new int[Snapshot.CHUNK_ROWS];
    private final int[] endedAt = new int[Snapshot.CHUNK_ROWS];
    private final Counts seconds = new Counts();
    private int started;

    @Override
    public void accept(Chunk chunk, int[] rows) {
        chunk.read(Field.DISPOSITION, disposition);
        chunk.read(Field.IS_OVER, isOver);
        chunk.read(Field.HAS_REPLIED, hasReplied);
        chunk.read(Field.STARTED, startedAt);
        chunk.read(Field.ENDED, endedAt);
        int completed = DispositionCode.COMPLETED;
        for (int row : rows) {
            byDisposition[disposition[row]]++;
            open[disposition[row]] += 1 - isOver[row];
            started += hasReplied[row];
            if (disposition[row] == completed && startedAt[row] > 0 && endedAt[row] >= startedAt[row]) {
                seconds.add(endedAt[row] - startedAt[row], 1);
            }
        }
    }

    People people() {
        Map<Disposition, Integer> dispositions = new EnumMap<>(Disposition.class);
        int invited = 0;
        int reached = 0;
        int inProgress = 0;
        int left = 0;
        for (Disposition each : DispositionCode.all()) {
            int count = byDisposition[DispositionCode.of(each)];
            if (count > 0) {
                dispositions.put(each, count);
            }
            invited += count;
            if (!NOT_REACHED.contains(each)) {
                reached += count;
                inProgress += open[DispositionCode.of(each)];
            }
            left += LEFT.contains(each) ? count - open[DispositionCode.of(each)] : 0;
        }
        return new People(invited, reached, started, inProgress, left, dispositions);
    }

    Optional<Overview.TimeToComplete> time() {
        Numbers numbers = seconds.numbers();
        return numbers.count() == 0
                ? Optional.empty()
                : Optional.of(new Overview.TimeToComplete(
                        numbers.count(),
                        rounded(numbers.quantile(0.25)),
                        rounded(numbers.quantile(0.5)),
                        rounded(numbers.quantile(0.75))));
    }

    private static Duration rounded(double seconds) {
        return Duration.ofSeconds(Math.round(seconds));
    }
}
