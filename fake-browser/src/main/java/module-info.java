/** The voice gateway that Twilio's browser phones connect to. */
module dev.parlance.fake.browser {
    requires transitive dev.parlance.fake.twilio;
    requires com.fasterxml.jackson.databind;
    requires mockwebserver3;
    requires okhttp3;
    requires okio;
    requires static org.jspecify;

    exports dev.parlance.fake.browser;

    provides dev.parlance.fake.twilio.voice.BrowserPhones.Provider with
            dev.parlance.fake.browser.signalling.GatewayProvider;
}
