/** A fake Twilio on your machine: its API, and people who text and call. */
module dev.parlance.testkit {
    requires transitive dev.parlance.core;
    requires dev.parlance.security;
    requires com.fasterxml.jackson.databind;
    requires java.net.http;
    requires java.xml;
    requires jdk.httpserver;
    requires mockwebserver3;
    requires okhttp3;
    requires okhttp3.tls;
    requires okio;
    requires static org.jspecify;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;

    exports dev.parlance.testkit;
    exports dev.parlance.testkit.aws;
    exports dev.parlance.testkit.clock;
    exports dev.parlance.testkit.fault;
    exports dev.parlance.testkit.log;
    exports dev.parlance.testkit.workspace;
}
