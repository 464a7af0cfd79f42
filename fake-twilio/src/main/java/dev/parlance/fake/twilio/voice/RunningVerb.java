package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.document.Document;
import dev.parlance.fake.twilio.document.Verb;

/**
 * The verb that a call executes.
 *
 * @param index the verb's place among those at the top of the document
 */
public record RunningVerb(Document document, int index) {
    public Verb verb() {
        return document.response().children().get(index);
    }
}
