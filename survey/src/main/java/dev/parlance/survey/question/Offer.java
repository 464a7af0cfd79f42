package dev.parlance.survey.question;

/**
 * Something that can be chosen.
 *
 * @param id what it stands for, whatever language and channel: an option's value, a language's tag
 * @param key the number or key that chooses it where there are no buttons
 * @param label what it is called, in the person's language
 */
public record Offer(String id, String key, String label) {}
