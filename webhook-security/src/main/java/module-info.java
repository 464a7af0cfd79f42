/** Verifies that a webhook really came from its sender: signatures of Twilio and Slack. */
module dev.parlance.security {
    requires transitive dev.parlance.core;
    // Not transitive: without a servlet container there is no servlet API to compile against.
    requires static jakarta.servlet;
    requires static org.jspecify;

    exports dev.parlance.security;
    exports dev.parlance.security.servlet;
}
