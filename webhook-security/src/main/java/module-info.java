/** Webhooks that are answered only if their sender signed them. */
module dev.parlance.security {
    requires transitive dev.parlance.core;
    requires static transitive jakarta.servlet;
    requires static transitive org.jspecify;

    exports dev.parlance.security;
    exports dev.parlance.security.servlet;
}
