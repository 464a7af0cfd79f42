package dev.parlance.tools;

import dev.parlance.account.Contents;
import dev.parlance.account.TwilioAccount;
import dev.parlance.survey.TemplateReport;
import dev.parlance.survey.WhatsAppTemplates;
import java.io.PrintWriter;
import java.util.function.BiFunction;
import picocli.CommandLine.Mixin;

/** The templates of a survey, and the account that they are stored in. */
final class SurveyTemplates {
    @Mixin
    private SurveyArgument argument = new SurveyArgument();

    @Mixin
    private AccountOption account = new AccountOption();

    WhatsAppTemplates load() {
        return WhatsAppTemplates.of(argument.load());
    }

    /** Does something with the account, and prints what Twilio has then. Returns 0 if all is approved, otherwise 1. */
    int report(
            WhatsAppTemplates templates,
            PrintWriter out,
            BiFunction<WhatsAppTemplates, Contents, TemplateReport> work) {
        WhatsAppLines.of(templates).forEach(out::println);
        try (TwilioAccount twilio = account.open()) {
            TemplateReport report = work.apply(templates, twilio.contents());
            out.print(report);
            return report.isReady() ? 0 : 1;
        }
    }
}
