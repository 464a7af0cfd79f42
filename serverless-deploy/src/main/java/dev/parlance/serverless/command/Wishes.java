package dev.parlance.serverless.command;

import dev.parlance.account.TwilioAccount;
import dev.parlance.serverless.ServerlessDeployer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a project is to be deployed: what plan and deploy have in common. */
final class Wishes {
    @Option(names = "--env-file", paramLabel = "FILE", description = "The variables; .env of the project if not said.")
    private @Nullable Path envFile;

    @Option(names = "--prune-variables", description = "Remove variables that the project does not have.")
    private boolean pruning;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description =
                    "Where it is remembered what was deployed; .parlance-serverless.json of the project if not said.")
    private @Nullable Path state;

    @Option(
            names = "--build-limit",
            paramLabel = "MINUTES",
            defaultValue = "10",
            description = "How long a build may take; ${DEFAULT-VALUE} minutes.")
    private int minutes = 10;

    ServerlessDeployer deployer(Target target, TwilioAccount account, Terminal terminal) {
        ServerlessDeployer deployer = ServerlessDeployer.on(account)
                .project(target.project(Optional.ofNullable(envFile)))
                .environment(target.environmentName())
                .buildLimit(Duration.ofMinutes(minutes))
                .progress(terminal.progress());
        Optional.ofNullable(state).ifPresent(deployer::state);
        return pruning ? deployer.removingVariables() : deployer;
    }
}
