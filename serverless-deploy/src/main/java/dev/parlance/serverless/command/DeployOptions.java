package dev.parlance.serverless.command;

import dev.parlance.account.TwilioAccount;
import dev.parlance.serverless.ServerlessDeployer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that plan and deploy share. */
final class DeployOptions {
    @Option(
            names = "--env-file",
            paramLabel = "FILE",
            description = "The file with the variables. Default: .env in the project.")
    private @Nullable Path envFile;

    @Option(names = "--prune-variables", description = "Remove variables that the project does not have.")
    private boolean pruneVariables;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "The file that saves what was deployed. Default: .parlance-serverless.json in the project.")
    private @Nullable Path state;

    @Option(
            names = "--build-limit",
            paramLabel = "MINUTES",
            defaultValue = "10",
            description = "How long a build may take. Default: ${DEFAULT-VALUE}.")
    private int minutes = 10;

    ServerlessDeployer deployer(Target target, TwilioAccount account, Terminal terminal) {
        ServerlessDeployer.Builder deployer = ServerlessDeployer.builder(
                        account, target.project(Optional.ofNullable(envFile)))
                .environment(target.environmentName())
                .pruneVariables(pruneVariables)
                .buildLimit(Duration.ofMinutes(minutes))
                .progress(terminal.progress());
        Optional.ofNullable(state).ifPresent(deployer::stateFile);
        return deployer.build();
    }
}
