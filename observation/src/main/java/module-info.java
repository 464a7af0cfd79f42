/** Metrics and traces of webhooks, texts, calls and surveys, through Micrometer. */
module dev.parlance.observation {
    requires transitive dev.parlance.core;
    requires transitive micrometer.observation;
    requires micrometer.commons;
    requires static dev.parlance.security;
    requires static dev.parlance.survey;
    requires static org.jspecify;

    exports dev.parlance.observation;
}
