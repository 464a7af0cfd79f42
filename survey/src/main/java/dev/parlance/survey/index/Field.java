package dev.parlance.survey.index;

/** The columns that every row has. Their numbers are the first ones. */
public enum Field {
    /** The number of the run; 0 for an empty row. */
    RUN(0),
    /** Whether this is the person's last run: 1 or 0. */
    IS_LAST(1),
    /** The stamp of the document. */
    STAMP(2),
    /** When the person was first contacted, or first came; see {@link Seconds}. */
    CONTACTED(3),
    /** When the person first responded. */
    STARTED(4),
    /** When the session ended. */
    ENDED(5),
    /** When the person last replied. */
    LAST_REPLY(6),
    /** The number of the disposition, see {@link DispositionCode}. */
    DISPOSITION(7),
    /** Whether the session is over: 1 or 0. */
    IS_OVER(8),
    /** Whether the person has answered or skipped a question: 1 or 0. */
    HAS_REPLIED(9),
    /** The number of the language. */
    LANGUAGE(10),
    /** The number of the channel. */
    CHANNEL(11),
    /** The number of the wave. */
    WAVE(12),
    /** The number of the revision. */
    REVISION(13),
    /** The number of the question that was asked last, plus 1; 0 for none. */
    CURRENT(14),
    /** The number of the question that is farthest in the survey's order, plus 1; 0 for none. */
    REACHED(15);

    static final int COUNT = values().length;

    private final int column;

    Field(int column) {
        this.column = column;
    }

    /** The number of the column. */
    public int column() {
        return column;
    }
}
