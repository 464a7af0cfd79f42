/** A fake Twilio on your machine: its API, and people who text and call. */
@SuppressWarnings("module") // the modules that inner packages are exported to are compiled later
module dev.parlance.fake.twilio {
    requires transitive dev.parlance.core;
    requires transitive dev.parlance.fake;
    requires dev.parlance.security;
    requires com.fasterxml.jackson.databind;
    requires java.net.http;
    requires java.xml;
    requires mockwebserver3;
    requires okhttp3;
    requires okhttp3.tls;
    requires okio;
    requires static org.jspecify;

    exports dev.parlance.fake.twilio;
    exports dev.parlance.fake.twilio.audio;
    exports dev.parlance.fake.twilio.content;
    exports dev.parlance.fake.twilio.fault;
    exports dev.parlance.fake.twilio.log;
    exports dev.parlance.fake.twilio.replay;
    exports dev.parlance.fake.twilio.catalog to
            dev.parlance.testkit;
    exports dev.parlance.fake.twilio.document to
            dev.parlance.simulator,
            dev.parlance.testkit;
    exports dev.parlance.fake.twilio.messaging to
            dev.parlance.simulator;
    exports dev.parlance.fake.twilio.script to
            dev.parlance.simulator,
            dev.parlance.testkit;
    exports dev.parlance.fake.twilio.voice to
            dev.parlance.fake.browser,
            dev.parlance.simulator;
    exports dev.parlance.fake.twilio.world to
            dev.parlance.fake.browser,
            dev.parlance.simulator;

    uses dev.parlance.fake.twilio.voice.BrowserPhones.Provider;
}
