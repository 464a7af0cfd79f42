/** Webhooks that are answered only if their sender signed them. */
module dev.parlance.security {
    requires transitive dev.parlance.core;
    // Not transitive: who verifies without a servlet container has no servlet API to compile against.
    requires static jakarta.servlet;
    requires static org.jspecify;

    exports dev.parlance.security;
    exports dev.parlance.security.servlet;
}
