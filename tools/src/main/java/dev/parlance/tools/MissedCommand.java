package dev.parlance.tools;

import dev.parlance.survey.analysis.MissedReplies;
import dev.parlance.survey.definition.Survey;
import dev.parlance.survey.results.Results;
import dev.parlance.survey.store.DocumentStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Exports the replies that a survey did not understand. */
@Command(
        name = "missed",
        description =
                "Writes the replies that a survey did not understand, the most frequent first, as a table. Fill in its column"
                        + " \"expected\" and test the survey with it: parlance replies. The application can keep running.",
        mixinStandardHelpOptions = true)
final class MissedCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private SurveyArgument argument = new SurveyArgument();

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(names = "--out", paramLabel = "FILE", description = "Write the table to this file. Default: print it.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Survey survey = argument.load();
        try (DocumentStore sessions = store.open()) {
            Results results = Results.in(sessions, survey, revision -> survey);
            if (results.isEmpty()) {
                spec.commandLine().getErr().printf("The store has no answers to the survey \"%s\".%n", survey.name());
                return 1;
            }
            write(results.missedReplies());
            return 0;
        }
    }

    private void write(MissedReplies missed) {
        PrintWriter writer = spec.commandLine().getOut();
        if (out == null) {
            writer.print(missed.toTsv());
            return;
        }
        try {
            Files.writeString(out, missed.toTsv());
        } catch (IOException e) {
            throw new UncheckedIOException("The table can't be written to " + out + ": " + e, e);
        }
        writer.printf("Wrote %d replies to %s.%n", missed.rows().size(), out);
    }
}
