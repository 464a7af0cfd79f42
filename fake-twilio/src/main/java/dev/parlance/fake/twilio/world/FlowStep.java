package dev.parlance.fake.twilio.world;

/**
 * A step of a Studio flow: it texts the contact.
 *
 * @param name the widget's name
 * @param body the text, with variables such as {@code {{flow.data.name}}}
 * @param waits whether the step waits for a reply
 */
public record FlowStep(String name, String body, boolean waits) {}
