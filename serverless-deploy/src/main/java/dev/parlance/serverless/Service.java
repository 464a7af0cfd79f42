package dev.parlance.serverless;

/**
 * A Twilio service: the container of functions, assets and environments.
 *
 * @param sid its SID ({@code ZS…})
 * @param name its unique name
 * @param domainBase the start of its environments' domains
 */
public record Service(String sid, String name, String domainBase) {}
