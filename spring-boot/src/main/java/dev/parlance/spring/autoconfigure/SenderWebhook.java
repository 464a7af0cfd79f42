package dev.parlance.spring.autoconfigure;

/**
 * The webhook of a sender on a messenger.
 *
 * @param sender the sender, such as {@code whatsapp:+15005550100}
 * @param path the path of its webhook
 */
record SenderWebhook(String sender, String path) {}
