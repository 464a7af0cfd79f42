/** Stand-ins for the parts of AWS that an application talks to. */
module dev.parlance.fake.aws {
    requires transitive dev.parlance.core;
    requires com.fasterxml.jackson.databind;
    requires java.net.http;
    requires jdk.httpserver;
    requires static org.jspecify;

    exports dev.parlance.fake.aws;
}
