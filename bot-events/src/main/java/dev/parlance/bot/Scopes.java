package dev.parlance.bot;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The Slack scopes that handlers need. */
final class Scopes {
    private static final Map<String, String> BY_EVENT = Map.of(
            "app_mention", "app_mentions:read",
            "message", "channels:history",
            "member_joined_channel", "channels:read",
            "reaction_added", "reactions:read",
            "team_join", "users:read");

    private Scopes() {}

    static Set<String> neededBy(Handlers handlers) {
        Set<String> scopes = new TreeSet<>();
        handlers.mention().ifPresent(any -> scopes.addAll(Set.of("app_mentions:read", "chat:write")));
        handlers.direct().ifPresent(any -> scopes.addAll(Set.of("im:history", "chat:write")));
        handlers.prompts().ifPresent(any -> scopes.add("users:read"));
        if (!handlers.commands().isEmpty()) {
            scopes.add("commands");
        }
        handlers.byType().keySet().stream()
                .filter(BY_EVENT::containsKey)
                .map(BY_EVENT::get)
                .forEach(scopes::add);
        return Set.copyOf(scopes);
    }
}
