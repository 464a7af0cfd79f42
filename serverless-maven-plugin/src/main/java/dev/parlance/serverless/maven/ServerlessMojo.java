package dev.parlance.serverless.maven;

import dev.parlance.account.AccountException;
import dev.parlance.account.TwilioAccount;
import dev.parlance.serverless.DeployException;
import dev.parlance.serverless.Plan;
import dev.parlance.serverless.ProjectAccount;
import dev.parlance.serverless.ServerlessDeployer;
import dev.parlance.serverless.Step;
import dev.parlance.serverless.project.FunctionsProject;
import dev.parlance.serverless.project.ProjectException;
import dev.parlance.serverless.project.VisibleText;
import dev.parlance.settings.SettingsException;
import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters that the goals share. */
public sealed class ServerlessMojo extends AbstractMojo permits PlanMojo, DeployMojo {
    /** The folder with {@code functions} and {@code assets}. */
    @Parameter(property = "parlance.folder", defaultValue = "${basedir}")
    @SuppressWarnings("NullAway.Init")
    File folder;

    /** The service. Default: the name in package.json, or else of the folder. */
    @Parameter(property = "parlance.service")
    @Nullable
    String service;

    /** The environment: production, or its domain suffix. */
    @Parameter(property = "parlance.environment", defaultValue = "dev")
    String environment = "dev";

    /** The file with the variables. Default: .env in the folder. */
    @Parameter(property = "parlance.envFile")
    @Nullable
    File envFile;

    /** Whether to remove variables that the project does not have. */
    @Parameter(property = "parlance.pruneVariables", defaultValue = "false")
    boolean pruneVariables;

    /** The file that saves what was deployed. Default: .parlance-serverless.json in the folder. */
    @Parameter(property = "parlance.stateFile")
    @Nullable
    File stateFile;

    /** How many minutes a build may take. */
    @Parameter(property = "parlance.buildLimit", defaultValue = "10")
    int buildLimit = 10;

    /** Whether to skip the goal. */
    @Parameter(property = "parlance.skip", defaultValue = "false")
    boolean skip;

    ServerlessMojo() {}

    @Override
    public void execute() throws MojoExecutionException {
        if (skip) {
            getLog().info("Skipped");
            return;
        }
        try (TwilioAccount account = ProjectAccount.open(folder())) {
            Plan plan = deployer(account).plan();
            log(plan);
            run(plan, account);
        } catch (AccountException | DeployException | ProjectException | SettingsException | UncheckedIOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    /** Runs the goal after the plan has been logged. */
    void run(Plan plan, TwilioAccount account) {}

    Path folder() {
        return folder.toPath();
    }

    private ServerlessDeployer deployer(TwilioAccount account) {
        FunctionsProject read =
                envFile == null ? FunctionsProject.in(folder()) : FunctionsProject.in(folder(), envFile.toPath());
        ServerlessDeployer.Builder deployer = ServerlessDeployer.builder(
                        account, service == null ? read : read.withName(service))
                .environment(environment)
                .pruneVariables(pruneVariables)
                .buildLimit(Duration.ofMinutes(buildLimit))
                .progress(this::logStep);
        Optional.ofNullable(stateFile).ifPresent(file -> deployer.stateFile(file.toPath()));
        return deployer.build();
    }

    /** Logs each line. Escapes control characters, which names from Twilio could contain. */
    void log(Object message) {
        VisibleText.of(message.toString()).lines().forEach(getLog()::info);
    }

    /** Logs polls of a build only at debug level. */
    private void logStep(Step step) {
        if (step.kind() == Step.Kind.BUILDING && step.done() > 1) {
            getLog().debug(VisibleText.of(step.toString()));
        } else {
            log(step);
        }
    }
}
