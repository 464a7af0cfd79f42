package dev.parlance.serverless.command;

import dev.parlance.account.TwilioAccount;
import dev.parlance.serverless.DeployedEnvironment;
import dev.parlance.serverless.Deployment;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Runs an earlier build. */
@Command(
        name = "rollback",
        description =
                "Runs the build that ran before the present one, or one that is named. Variables stay as they are.",
        mixinStandardHelpOptions = true)
final class RollbackCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private ServerlessCommand parent;

    @Mixin
    private Target target = new Target();

    @Option(names = "--to", paramLabel = "BUILD", description = "The build (ZB…).")
    private @Nullable String build;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        try (TwilioAccount account = target.account()) {
            DeployedEnvironment environment = target.environment(account);
            Deployment done = build == null ? environment.rollBack() : environment.run(build);
            parent.terminal().out().print(json ? done.json() + "\n" : done);
            return 0;
        }
    }
}
