package dev.parlance.serverless;

/**
 * A service at Twilio: what functions, assets and environments belong to.
 *
 * @param sid Twilio's name for it ({@code ZS…})
 * @param name its unique name
 * @param domainBase what its domains begin with
 */
public record Service(String sid, String name, String domainBase) {}
