package dev.parlance.survey.replies;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.machine.ReplyOutcome;
import dev.parlance.survey.machine.SurveyMachine;
import dev.parlance.survey.machine.TriedReply;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.question.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What a survey made of the replies of a {@link ReplyTable}. */
public record ReplyReport(List<Row> rows) {
    private static final double SPEECH_CONFIDENCE = 0.9;

    /** Copies the list. */
    public ReplyReport {
        rows = List.copyOf(rows);
    }

    /**
     * One reply and what became of it.
     *
     * @param reply the reply
     * @param kind the kind of its question
     * @param outcome what the survey made of it
     * @param why which rules and words led to the outcome, and where they are defined
     */
    public record Row(TestReply reply, String kind, ReplyOutcome outcome, String why) {
        static Row of(Survey survey, TestReply reply, Instant now) {
            Question question = survey.question(reply.question())
                    .orElseThrow(() ->
                            new IllegalArgumentException("The survey has no question \"" + reply.question() + "\""));
            boolean isSpoken = reply.channel().equals(Medium.VOICE.channel());
            Input input = isSpoken ? Input.speech(reply.reply(), SPEECH_CONFIDENCE) : Input.text(reply.reply());
            TriedReply tried = SurveyMachine.tryReply(
                    survey, reply.question(), reply.language(), isSpoken ? Medium.VOICE : Medium.TEXT, input, now);
            return new Row(reply, question.kind().name(), tried.outcome(), tried.why());
        }

        /** How good the outcome is. */
        public TestReply.Verdict verdict() {
            return reply.judge(outcome);
        }

        /** The reply, its outcome and the reason in one line: {@code I'd say 4 → read 4: "4" number 4: one number}. */
        public String explanation() {
            return reply.reply() + " \u2192 " + outcome + ": " + why;
        }
    }

    /** The replies that were taken for something that they do not say. */
    public List<Row> misread() {
        return rows.stream()
                .filter(row -> row.verdict() == TestReply.Verdict.MISREAD)
                .toList();
    }

    /** The clear replies after which the question was asked again. */
    public List<Row> notUnderstood() {
        return rows.stream()
                .filter(row -> row.reply().isClear() && row.verdict() == TestReply.Verdict.ASKED)
                .toList();
    }

    /** The share of the clear replies that were read or rightly said back, from 0 to 1; 1 without clear replies. */
    public double understood() {
        List<Row> clear = rows.stream().filter(row -> row.reply().isClear()).toList();
        long right = clear.stream()
                .filter(row -> row.verdict() == TestReply.Verdict.READ || row.verdict() == TestReply.Verdict.CONFIRMED)
                .count();
        return clear.isEmpty() ? 1 : (double) right / clear.size();
    }

    /**
     * Writes the table with a sixth column, {@code outcome}.
     *
     * @throws UncheckedIOException if the file can't be written
     */
    public void write(Path file) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join("\t", ReplyTable.COLUMNS) + "\toutcome");
        for (Row row : rows) {
            TestReply reply = row.reply();
            lines.add(String.join(
                    "\t",
                    reply.question(),
                    reply.language(),
                    reply.channel(),
                    reply.reply(),
                    reply.expected(),
                    row.outcome().toString()));
        }
        try {
            Files.write(file, lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The report can't be written to " + file, e);
        }
    }

    /** The counts by language and by kind of question, as a table for people. */
    public String summary() {
        StringBuilder text = new StringBuilder(line("", "replies", "read", "confirmed", "asked", "misread"));
        groups(row -> row.reply().language()).forEach((name, some) -> text.append(line(name, some)));
        groups(Row::kind).forEach((name, some) -> text.append(line(name, some)));
        text.append(line("all", rows));
        text.append(String.format(
                Locale.ROOT, "%n%.1f %% of the clear replies were read or rightly said back.%n", 100 * understood()));
        return text.toString();
    }

    private Map<String, List<Row>> groups(Function<Row, String> by) {
        Map<String, List<Row>> groups = new TreeMap<>();
        rows.forEach(row ->
                groups.computeIfAbsent(by.apply(row), name -> new ArrayList<>()).add(row));
        return groups;
    }

    private static String line(String name, List<Row> some) {
        Map<TestReply.Verdict, Integer> counts = new EnumMap<>(TestReply.Verdict.class);
        some.forEach(row -> counts.merge(row.verdict(), 1, Integer::sum));
        return line(
                name,
                Integer.toString(some.size()),
                count(counts, TestReply.Verdict.READ),
                count(counts, TestReply.Verdict.CONFIRMED),
                count(counts, TestReply.Verdict.ASKED),
                count(counts, TestReply.Verdict.MISREAD));
    }

    private static String count(Map<TestReply.Verdict, Integer> counts, TestReply.Verdict verdict) {
        return Integer.toString(counts.getOrDefault(verdict, 0));
    }

    private static String line(String name, String... cells) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-12s", name));
        for (String cell : cells) {
            line.append(String.format(Locale.ROOT, "%11s", cell));
        }
        return line.append('\n').toString();
    }
}
