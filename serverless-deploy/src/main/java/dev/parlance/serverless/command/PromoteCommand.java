package dev.parlance.serverless.command;

import dev.parlance.account.TwilioAccount;
import dev.parlance.serverless.Deployment;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Runs in another environment what runs in this one. */
@Command(
        name = "promote",
        description = "Runs in another environment the build that runs in this one, without building again.",
        mixinStandardHelpOptions = true)
final class PromoteCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private ServerlessCommand parent;

    @Mixin
    private Target target = new Target();

    @Option(names = "--to", required = true, paramLabel = "NAME", description = "The other environment.")
    @SuppressWarnings("NullAway.Init")
    private String to;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        try (TwilioAccount account = target.account()) {
            Deployment done = target.environment(account).promoteTo(to);
            parent.terminal().out().print(json ? done.json() + "\n" : done);
            return 0;
        }
    }
}
