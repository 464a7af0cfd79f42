package dev.parlance.survey.index;

import dev.parlance.survey.session.Disposition;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The numbers of dispositions, from 0. */
public final class DispositionCode {
    private static final List<Disposition> ALL = List.of(Disposition.values());
    private static final Map<Disposition, Integer> NUMBERS = new EnumMap<>(Disposition.class);

    static {
        ALL.forEach(disposition -> NUMBERS.put(disposition, NUMBERS.size()));
    }

    /** The number of {@link Disposition#COMPLETED}. */
    public static final int COMPLETED = of(Disposition.COMPLETED);

    private DispositionCode() {}

    /** The number of a disposition. */
    public static int of(Disposition disposition) {
        return Objects.requireNonNull(NUMBERS.get(disposition));
    }

    /** All dispositions, by their numbers. */
    public static List<Disposition> all() {
        return ALL;
    }
}
