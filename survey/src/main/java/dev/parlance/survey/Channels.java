package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.state.SessionState;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The channels of a survey, by name. */
final class Channels {
    private final Map<String, Channel> byName = new LinkedHashMap<>();

    Channels(Collection<Channel> channels) {
        channels.forEach(this::add);
    }

    private void add(Channel channel) {
        if (!channel.name().matches("[a-z][a-z0-9-]{0,19}")) {
            throw new SurveyException("A channel name must be a short lower-case word, not \"" + channel.name() + "\"");
        }
        if (byName.putIfAbsent(channel.name(), channel) != null) {
            throw new SurveyException("Two channels are named \"" + channel.name() + "\"");
        }
    }

    Channel named(String name) {
        return find(name)
                .orElseThrow(() -> new SurveyException("Unknown channel \"" + name + "\"; known: " + byName.keySet()));
    }

    private Optional<Channel> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** A channel that is set up to contact people. Whether it can reach this person shows when it sends. */
    Channel contacting(String name, Address person) {
        Channel channel = named(name);
        boolean canContact = channel.canContact(person);
        if (name.equals(Channel.TEXT) && !canContact) {
            throw new SurveyException("To contact people by text, configure a sender: textSender(TextSender)");
        }
        if (name.equals(Channel.VOICE) && !canContact) {
            throw new SurveyException(
                    "To contact people by call, configure calls and the voice webhook's URL: callPlacer(CallPlacer, URI)");
        }
        return channel;
    }

    /** The channel for reminders: the session's own if it can send them, otherwise text. */
    Optional<Channel> reminding(SessionState session) {
        return find(session.channel())
                .filter(channel -> canRemind(channel, session.respondent()))
                .or(() -> find(Channel.TEXT).filter(channel -> canRemind(channel, session.respondent())));
    }

    /** Whether a session's last turn was part of a call. */
    boolean isSpoken(SessionState session) {
        return find(session.channel())
                .filter(channel -> channel.abilities(session.respondent()).isSpoken())
                .isPresent();
    }

    private static boolean canRemind(Channel channel, Address person) {
        return channel.canContact(person) && !channel.abilities(person).isSpoken();
    }
}
