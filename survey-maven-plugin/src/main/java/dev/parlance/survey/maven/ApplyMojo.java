package dev.parlance.survey.maven;

import dev.parlance.account.Contents;
import dev.parlance.survey.TemplateReport;
import dev.parlance.survey.WhatsAppTemplates;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Creates the templates that a survey needs on WhatsApp and Twilio does not have, and asks for their approval. */
@Mojo(name = "apply", requiresProject = false, threadSafe = true)
public final class ApplyMojo extends SurveyMojo {
    /** Whether to delete the templates of earlier openings. Invitations with their words that still wait can't be sent. */
    @Parameter(property = "parlance.removeOld", defaultValue = "false")
    boolean removeOld;

    @Override
    TemplateReport run(WhatsAppTemplates templates, Contents contents) {
        TemplateReport report = templates.apply(contents);
        return removeOld ? report.removeOld(contents) : report;
    }
}
