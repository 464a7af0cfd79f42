package dev.parlance.survey.maven;

import dev.parlance.account.Contents;
import dev.parlance.survey.TemplateReport;
import dev.parlance.survey.WhatsAppTemplates;
import org.apache.maven.plugins.annotations.Mojo;

/** Logs the templates that a survey needs on WhatsApp, their words, and the state of their approval. Changes nothing. */
@Mojo(name = "plan", requiresProject = false, threadSafe = true)
public final class PlanMojo extends SurveyMojo {
    @Override
    TemplateReport run(WhatsAppTemplates templates, Contents contents) {
        templates.contents().forEach(content -> log(content.preview()));
        return templates.check(contents);
    }
}
