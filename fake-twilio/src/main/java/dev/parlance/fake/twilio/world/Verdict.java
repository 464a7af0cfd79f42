package dev.parlance.fake.twilio.world;

/**
 * WhatsApp's decision about a template, as a test sets it.
 *
 * @param status {@code pending}, {@code approved}, {@code rejected}, {@code paused} or {@code disabled}
 * @param reason why it was rejected; otherwise empty
 */
public record Verdict(String status, String reason) {}
