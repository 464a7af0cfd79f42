/** Verifies that a webhook really came from its sender: signatures of Twilio, Slack and Standard Webhooks. */
module dev.parlance.security {
    requires transitive dev.parlance.core;
    // Not transitive: without a servlet container there is no servlet API to compile against.
    requires static jakarta.servlet;
    requires static org.jspecify;

    exports dev.parlance.security;
    exports dev.parlance.security.servlet;
}
