package dev.parlance.tools;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Recordings of the real API. */
@Command(
        name = "recording",
        description = "Works with recordings of the real Twilio; simulate --record makes them.",
        subcommands = RecordingDiffCommand.class,
        mixinStandardHelpOptions = true)
final class RecordingCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Choose what to do: diff.");
    }
}
