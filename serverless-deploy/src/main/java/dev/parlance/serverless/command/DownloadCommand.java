package dev.parlance.serverless.command;

import dev.parlance.account.TwilioAccount;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Writes what runs into a folder. */
@Command(
        name = "download",
        description = "Writes what runs into a new folder, laid out so that it could be deployed again.",
        mixinStandardHelpOptions = true)
final class DownloadCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private ServerlessCommand parent;

    @Mixin
    private Target target = new Target();

    @Parameters(paramLabel = "DIR", description = "The folder, which is new or empty.")
    @SuppressWarnings("NullAway.Init")
    private Path to;

    @Override
    public Integer call() {
        try (TwilioAccount account = target.account()) {
            var hidden = target.environment(account).download(to);
            parent.terminal().out().println("Written to " + to);
            hidden.forEach(
                    file -> parent.terminal().err().println("Not written, for Twilio does not show it: " + file));
            return 0;
        }
    }
}
