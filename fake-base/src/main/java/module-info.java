/** What the fakes share. */
@SuppressWarnings("module") // the modules that inner packages are exported to are compiled later
module dev.parlance.fake {
    requires transitive dev.parlance.core;
    requires okhttp3;
    requires okio;
    requires static org.jspecify;

    exports dev.parlance.fake;
    exports dev.parlance.fake.internal to
            dev.parlance.fake.browser,
            dev.parlance.fake.slack,
            dev.parlance.fake.twilio,
            dev.parlance.simulator;
}
