package dev.parlance.serverless.command;

import dev.parlance.account.TwilioAccount;
import dev.parlance.serverless.DeployedEnvironment;
import dev.parlance.serverless.DeployedService;
import dev.parlance.serverless.ProjectAccount;
import dev.parlance.serverless.Serverless;
import dev.parlance.serverless.project.FunctionsProject;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for the project, service and environment. */
final class Target {
    @Option(
            names = {"-C", "--folder"},
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The project folder. Default: the current folder.")
    private Path folder = Path.of(".");

    @Option(
            names = "--service",
            paramLabel = "NAME",
            description = "The service. Default: the name in package.json, or else of the folder.")
    private @Nullable String service;

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            defaultValue = "dev",
            description = "The environment: production, or its domain suffix. Default: ${DEFAULT-VALUE}.")
    private String environment = "dev";

    Path folder() {
        return folder;
    }

    String environmentName() {
        return environment;
    }

    TwilioAccount account() {
        return ProjectAccount.open(folder);
    }

    FunctionsProject project(Optional<Path> variables) {
        FunctionsProject project =
                variables.map(file -> FunctionsProject.in(folder, file)).orElseGet(() -> FunctionsProject.in(folder));
        return service == null ? project : project.withName(service);
    }

    DeployedService service(TwilioAccount account) {
        String name = service == null ? FunctionsProject.nameIn(folder) : service;
        return Serverless.on(account).service(name);
    }

    DeployedEnvironment environment(TwilioAccount account) {
        return service(account).environment(environment);
    }
}
