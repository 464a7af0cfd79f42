package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;

/** Sends texts for documents of calls. */
public interface TextSender {
    /**
     * Sends a text and returns its resource.
     *
     * @param statusCallback the URL for its progress, or empty
     * @throws ApiError if Twilio refuses to send it
     */
    Resource send(String account, String from, String to, String body, String statusCallback);
}
