package dev.parlance.serverless.command;

import dev.parlance.account.TwilioAccount;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes what runs into a folder. */
@Command(
        name = "download",
        description = "Writes what runs into a new folder, laid out so that it could be deployed again.",
        mixinStandardHelpOptions = true)
final class DownloadCommand extends AccountCommand {
    @Parameters(paramLabel = "DIR", description = "The folder, which is new or empty.")
    @SuppressWarnings("NullAway.Init")
    private Path to;

    @Override
    int run(TwilioAccount account) {
        var hidden = target().environment(account).download(to);
        terminal().out().println("Written to " + to);
        hidden.forEach(file -> terminal().err().println("Not written, for Twilio does not show it: " + file));
        return 0;
    }
}
