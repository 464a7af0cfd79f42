package dev.parlance.tools;

import dev.parlance.account.Contents;
import dev.parlance.survey.TemplateReport;
import dev.parlance.survey.WhatsAppTemplates;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Creates the templates of a survey. */
@Command(
        name = "apply",
        description = {
            "Creates the templates that a survey needs on WhatsApp and Twilio does not have, and asks for their approval. A second run"
                    + " changes nothing. WhatsApp's review takes minutes to days.",
            "Ends with 1 if the survey can't begin in each language yet."
        },
        mixinStandardHelpOptions = true)
final class ContentApplyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private SurveyTemplates survey = new SurveyTemplates();

    @Option(
            names = "--remove-old",
            description =
                    "Delete the templates of earlier openings. Invitations with their words that still wait can't be sent.")
    private boolean removesOld;

    @Override
    public Integer call() {
        return survey.report(survey.load(), spec.commandLine().getOut(), this::apply);
    }

    private TemplateReport apply(WhatsAppTemplates templates, Contents contents) {
        TemplateReport report = templates.apply(contents);
        return removesOld ? report.removeOld(contents) : report;
    }
}
