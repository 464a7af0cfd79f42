package dev.parlance.fake.twilio.voice;

/**
 * A code that Twilio says in a call.
 *
 * @param sentence the sentence with the code
 * @param needsKey whether the person must press a key first
 * @param extension the keys that Twilio presses after the call is answered, or empty
 */
public record SpokenCode(String sentence, String language, boolean needsKey, String extension) {}
