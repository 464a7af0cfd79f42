/** A fake Slack workspace on your machine. */
module dev.parlance.fake.slack {
    requires transitive dev.parlance.core;
    requires transitive dev.parlance.fake;
    requires dev.parlance.security;
    requires com.fasterxml.jackson.databind;
    requires static org.jspecify;

    exports dev.parlance.fake.slack;
}
