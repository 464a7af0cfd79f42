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

/** What the goals have in common: which project, and where it is deployed. */
public sealed class ServerlessMojo extends AbstractMojo permits PlanMojo, DeployMojo {
    /** The folder with {@code functions} and {@code assets}. */
    @Parameter(property = "parlance.folder", defaultValue = "${basedir}")
    @SuppressWarnings("NullAway.Init")
    File folder;

    /** The service, if it is not to have the name in package.json, or of the folder. */
    @Parameter(property = "parlance.service")
    @Nullable
    String service;

    /** The environment: production, or the suffix of its domain. */
    @Parameter(property = "parlance.environment", defaultValue = "dev")
    String environment = "dev";

    /** The variables; .env of the folder if not set. */
    @Parameter(property = "parlance.envFile")
    @Nullable
    File envFile;

    /** Whether variables are removed that the project does not have. */
    @Parameter(property = "parlance.pruneVariables", defaultValue = "false")
    boolean pruneVariables;

    /** Where it is remembered what was deployed; .parlance-serverless.json of the folder if not set. */
    @Parameter(property = "parlance.stateFile")
    @Nullable
    File stateFile;

    /** How many minutes a build may take at Twilio. */
    @Parameter(property = "parlance.buildLimit", defaultValue = "10")
    int buildLimit = 10;

    /** Does nothing. */
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
            say(plan);
            go(plan, account);
        } catch (AccountException | DeployException | ProjectException | SettingsException | UncheckedIOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    /** What a goal does with the plan. */
    void go(Plan plan, TwilioAccount account) {}

    Path folder() {
        return folder.toPath();
    }

    private ServerlessDeployer deployer(TwilioAccount account) {
        FunctionsProject read =
                envFile == null ? FunctionsProject.in(folder()) : FunctionsProject.in(folder(), envFile.toPath());
        ServerlessDeployer deployer = ServerlessDeployer.on(account)
                .project(service == null ? read : read.as(service))
                .environment(environment)
                .buildLimit(Duration.ofMinutes(buildLimit))
                .progress(this::tell);
        Optional.ofNullable(stateFile).ifPresent(file -> deployer.state(file.toPath()));
        return pruneVariables ? deployer.removingVariables() : deployer;
    }

    /** Logs something line by line. It may have names that somebody gave at Twilio. */
    void say(Object something) {
        VisibleText.of(something.toString()).lines().forEach(getLog()::info);
    }

    /** Each look at a build would be a line too many. */
    private void tell(Step step) {
        if (step.kind() == Step.Kind.BUILDING && step.done() > 1) {
            getLog().debug(VisibleText.of(step.toString()));
        } else {
            say(step);
        }
    }
}
