/** A page with phones that text and call an application. */
module dev.parlance.simulator {
    requires transitive dev.parlance.fake.twilio;
    requires com.fasterxml.jackson.databind;
    requires dev.parlance.fake;
    requires dev.parlance.pages;
    requires dev.parlance.security;
    requires static org.jspecify;

    exports dev.parlance.simulator;
}
