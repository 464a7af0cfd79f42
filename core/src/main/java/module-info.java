/** Prompts in many languages, TwiML, webhooks, settings, and interfaces for sending texts and placing calls. */
@SuppressWarnings("module") // the modules that the internal package is exported to are compiled later
module dev.parlance.core {
    requires com.fasterxml.jackson.databind;
    requires java.xml;
    requires static com.ibm.icu;
    requires static org.jspecify;

    exports dev.parlance;
    exports dev.parlance.outbound;
    exports dev.parlance.prompt;
    exports dev.parlance.settings;
    exports dev.parlance.translation;
    exports dev.parlance.twiml;
    exports dev.parlance.webhook;

    // What several modules share, and no application needs.
    exports dev.parlance.internal to
            dev.parlance.account,
            dev.parlance.bot,
            dev.parlance.security,
            dev.parlance.serverless,
            dev.parlance.survey,
            dev.parlance.survey.events;
}
