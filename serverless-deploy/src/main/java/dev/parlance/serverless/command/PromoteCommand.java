package dev.parlance.serverless.command;

import dev.parlance.account.TwilioAccount;
import dev.parlance.serverless.Deployment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the build of one environment in another. */
@Command(
        name = "promote",
        description = "Runs this environment's build in another environment, without building again.",
        mixinStandardHelpOptions = true)
final class PromoteCommand extends AccountCommand {
    @Option(names = "--to", required = true, paramLabel = "NAME", description = "The other environment.")
    @SuppressWarnings("NullAway.Init")
    private String to;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    int run(TwilioAccount account) {
        Deployment done = target().environment(account).promoteTo(to);
        print(done, json);
        return 0;
    }
}
