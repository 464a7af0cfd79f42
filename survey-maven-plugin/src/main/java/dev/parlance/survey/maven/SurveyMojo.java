package dev.parlance.survey.maven;

import dev.parlance.Problem;
import dev.parlance.account.AccountException;
import dev.parlance.account.AccountFile;
import dev.parlance.account.Contents;
import dev.parlance.account.TwilioAccount;
import dev.parlance.prompt.PromptException;
import dev.parlance.settings.SettingsException;
import dev.parlance.survey.TemplateReport;
import dev.parlance.survey.WhatsAppTemplates;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.definition.SurveyFolder;
import java.io.File;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** The parameters that the goals share. */
public abstract sealed class SurveyMojo extends AbstractMojo permits PlanMojo, ApplyMojo {
    /** The folder with {@code survey.json} and {@code prompts}. */
    @Parameter(property = "parlance.survey", defaultValue = "${basedir}/survey")
    @SuppressWarnings("NullAway.Init")
    File folder;

    /** The file with TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN; properties and the environment come first. */
    @Parameter(property = "parlance.envFile", defaultValue = "${basedir}/.env")
    @SuppressWarnings("NullAway.Init")
    File envFile;

    /** Whether the build fails while WhatsApp has not approved every template. */
    @Parameter(property = "parlance.requireApproval", defaultValue = "false")
    boolean requireApproval;

    /** Whether to skip the goal. */
    @Parameter(property = "parlance.skip", defaultValue = "false")
    boolean skip;

    SurveyMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped");
            return;
        }
        try {
            WhatsAppTemplates templates =
                    WhatsAppTemplates.of(SurveyFolder.at(folder.toPath()).load());
            templates.warnings().stream().sorted().forEach(warning -> getLog().warn(warning.toString()));
            fail(templates.problems());
            report(templates);
        } catch (AccountException | PromptException | SettingsException | SurveyException | UncheckedIOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private void fail(List<Problem> problems) throws MojoFailureException {
        problems.stream().sorted().forEach(problem -> getLog().error(problem.toString()));
        if (!problems.isEmpty()) {
            throw new MojoFailureException("WhatsApp would reject a template: " + problems.get(0));
        }
    }

    private void report(WhatsAppTemplates templates) throws MojoFailureException {
        try (TwilioAccount account = AccountFile.open(envFile.toPath())) {
            TemplateReport report = run(templates, account.contents());
            log(report);
            if (requireApproval && !report.isReady()) {
                throw new MojoFailureException("WhatsApp has not approved every template");
            }
        }
    }

    /** Does what the goal is for, and returns what Twilio has then. */
    abstract TemplateReport run(WhatsAppTemplates templates, Contents contents);

    /** Logs each line. */
    void log(Object message) {
        message.toString().lines().forEach(getLog()::info);
    }
}
