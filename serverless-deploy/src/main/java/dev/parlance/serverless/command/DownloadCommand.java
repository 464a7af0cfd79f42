package dev.parlance.serverless.command;

import dev.parlance.account.TwilioAccount;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Downloads the running build. */
@Command(
        name = "download",
        description = "Downloads the running build into a new folder, ready to be deployed again.",
        mixinStandardHelpOptions = true)
final class DownloadCommand extends AccountCommand {
    @Parameters(paramLabel = "DIR", description = "A new or empty folder.")
    @SuppressWarnings("NullAway.Init")
    private Path to;

    @Override
    int run(TwilioAccount account) {
        var unavailable = target().environment(account).download(to);
        terminal().out().println("Written to " + to);
        unavailable.forEach(
                file -> terminal().err().println("Not written, because Twilio does not give access to it: " + file));
        return 0;
    }
}
