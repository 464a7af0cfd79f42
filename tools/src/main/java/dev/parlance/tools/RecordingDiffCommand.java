package dev.parlance.tools;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.replay.Difference;
import dev.parlance.fake.twilio.replay.Recording;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares a recording with the fake. */
@Command(
        name = "diff",
        description =
                "Runs the requests of a recording on a fake and lists where its answers differ. The exit code is 1 if there are"
                        + " differences.",
        mixinStandardHelpOptions = true)
final class RecordingDiffCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The recording.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--number",
            paramLabel = "NUMBER",
            description = "A number that the account has from the start, as it is in the recording. Repeatable.")
    private List<String> numbers = List.of();

    @Override
    public Integer call() {
        Recording recording = Recording.load(file);
        try (FakeTwilio twilio = FakeTwilio.start()) {
            numbers.forEach(twilio::number);
            List<Difference> differences = twilio.differencesFrom(recording);
            PrintWriter out = spec.commandLine().getOut();
            differences.forEach(out::println);
            out.printf("%d requests, %d differences.%n", recording.size(), differences.size());
            return differences.isEmpty() ? 0 : 1;
        }
    }
}
