package dev.parlance.tools;

import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.definition.SurveyFolder;
import dev.parlance.survey.replies.ReplyReport;
import dev.parlance.survey.replies.ReplyTable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds a survey to a table of replies. */
@Command(
        name = "replies",
        description =
                "Gives each reply of a table to a survey, and prints what was read, confirmed, asked again and misread.",
        mixinStandardHelpOptions = true)
final class RepliesCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "Folder with survey.json and prompts.")
    private Path folder = Path.of("survey");

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "Table with the columns question, language, channel, reply and expected, separated by tabs.")
    private Path table = Path.of("replies.tsv");

    @Option(
            names = "--now",
            paramLabel = "INSTANT",
            description = "The time of the replies. Default: the current time.")
    private @Nullable Instant now;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the table with a column \"outcome\" to this file.")
    private @Nullable Path out;

    @Option(names = "--explain", description = "Print for each reply which words and rules led to its outcome.")
    private boolean explain;

    @Override
    public Integer call() {
        Survey survey = SurveyFolder.at(folder).load();
        ReplyReport report = ReplyTable.read(table).run(survey, now == null ? Instant.now() : now);
        if (out != null) {
            report.write(out);
        }
        PrintWriter writer = spec.commandLine().getOut();
        if (explain) {
            report.rows().forEach(row -> writer.println(row.explanation()));
        }
        writer.print(report.summary());
        report.misread()
                .forEach(row -> writer.printf(
                        "Misread: %s %s \"%s\": %s, expected %s%n",
                        row.reply().question(),
                        row.reply().language(),
                        row.reply().reply(),
                        row.outcome(),
                        row.reply().expected()));
        return report.misread().isEmpty() ? 0 : 1;
    }
}
