package dev.parlance.survey.analysis;

import java.util.Comparator;
import java.util.List;

/**
 * The replies that a survey did not understand, the most frequent first: it asked the question again, or said back something
 * that the person refused. Has only replies to questions with a fixed set of answers (options, yes and no, scales); all other
 * replies are personal data and only counted, in {@code AnswerStatistics.missed}.
 *
 * <pre>{@code
 * Files.writeString(Path.of("missed.tsv"), surveys.results().missedReplies().toTsv());
 * }</pre>
 *
 * @param rows at most 10,000 different replies
 */
public record MissedReplies(List<Row> rows) {
    private static final Comparator<Row> MOST_FREQUENT_FIRST = Comparator.comparingInt(Row::count)
            .reversed()
            .thenComparing(Row::question)
            .thenComparing(Row::language)
            .thenComparing(Row::channel)
            .thenComparing(Row::reply);

    /** Copies the list, and sorts it. */
    public MissedReplies {
        rows = rows.stream().sorted(MOST_FREQUENT_FIRST).toList();
    }

    /**
     * A reply and how often it was not understood.
     *
     * @param question the question's id
     * @param language the tag of the person's language
     * @param channel the channel, such as {@code text} or {@code voice}
     * @param reply the reply in lower case, with a {@code #} for each long number, e-mail address, link and {@code @name}, cut to
     *     100 characters
     * @param count the number of such replies
     */
    public record Row(String question, String language, String channel, String reply, int count) {}

    /**
     * A table that {@link dev.parlance.survey.replies.ReplyTable} can read, with a further column {@code count}. The column
     * {@code expected} is empty: write the right reading into it, or {@code ?} if the question must be asked again. Replies
     * without it are not tested.
     */
    public String toTsv() {
        StringBuilder table = new StringBuilder("question\tlanguage\tchannel\treply\texpected\tcount\n");
        for (Row row : rows) {
            String count = Integer.toString(row.count());
            table.append(String.join("\t", row.question(), row.language(), row.channel(), row.reply(), "", count))
                    .append('\n');
        }
        return table.toString();
    }
}
