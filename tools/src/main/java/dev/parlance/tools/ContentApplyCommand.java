package dev.parlance.tools;

import dev.parlance.account.Contents;
import dev.parlance.account.TwilioAccount;
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
    private SurveyArgument argument = new SurveyArgument();

    @Mixin
    private AccountOption account = new AccountOption();

    @Option(
            names = "--remove-old",
            description =
                    "Delete the templates of earlier openings. Sessions that wait to begin with them can't begin.")
    private boolean removesOld;

    @Override
    public Integer call() {
        WhatsAppTemplates templates = WhatsAppTemplates.of(argument.load());
        templates.problems().forEach(problem -> spec.commandLine().getOut().println("Problem: " + problem));
        try (TwilioAccount twilio = account.open()) {
            Contents contents = twilio.contents();
            if (removesOld) {
                templates.removeOld(contents);
            }
            return TemplateStates.print(
                    templates.apply(contents), spec.commandLine().getOut());
        }
    }
}
