package dev.parlance.account;

import com.twilio.http.Request;
import com.twilio.http.TwilioRestClient;

/** The SDK's client without its debug log, which would reveal phone numbers in queries. */
final class SilentRestClient extends TwilioRestClient {
    SilentRestClient(Builder options) {
        super(options);
    }

    @Override
    public void logRequest(Request request) {}
}
