package dev.parlance.tools;

import dev.parlance.survey.TemplateReport;
import java.io.PrintWriter;

/** Prints what Twilio has of the templates of a survey. */
final class TemplateStates {
    private TemplateStates() {}

    /** Returns 0 if all of them are approved, otherwise 1. */
    static int print(TemplateReport report, PrintWriter out) {
        report.templates().forEach(out::println);
        report.old().forEach(content -> out.println(content.name() + ": no longer needed"));
        return report.isReady() ? 0 : 1;
    }
}
