package dev.parlance.serverless.command;

import dev.parlance.account.TwilioAccount;
import dev.parlance.serverless.DeployedEnvironment;
import dev.parlance.serverless.Deployment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs an earlier build. */
@Command(
        name = "rollback",
        description = "Runs the previous build again, or the one given by --to. Variables do not change.",
        mixinStandardHelpOptions = true)
final class RollbackCommand extends AccountCommand {
    @Option(names = "--to", paramLabel = "BUILD", description = "The SID of the build (ZB…).")
    private @Nullable String build;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    int run(TwilioAccount account) {
        DeployedEnvironment environment = target().environment(account);
        Deployment done = build == null ? environment.rollBack() : environment.run(build);
        print(done, json);
        return 0;
    }
}
