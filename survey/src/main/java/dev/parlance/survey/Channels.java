package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.machine.Session;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The channels of a survey, by their names. */
final class Channels {
    private final Map<String, Channel> byName = new LinkedHashMap<>();

    Channels(Collection<Channel> channels) {
        channels.forEach(this::add);
    }

    private void add(Channel channel) {
        if (!channel.name().matches("[a-z][a-z0-9-]{0,19}")) {
            throw new SurveyException("A channel's name is a short lower-case word, not \"" + channel.name() + "\"");
        }
        if (byName.putIfAbsent(channel.name(), channel) != null) {
            throw new SurveyException("There are two channels called \"" + channel.name() + "\"");
        }
    }

    Channel named(String name) {
        return find(name)
                .orElseThrow(
                        () -> new SurveyException("There is no channel \"" + name + "\", only " + byName.keySet()));
    }

    private Optional<Channel> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** A channel by which people are contacted, set up for it. Whether this person can be reached now, it says itself. */
    Channel contacting(String name, Address person) {
        Channel channel = named(name);
        boolean canContact = channel.canContact(person);
        if (name.equals(Channel.TEXT) && !canContact) {
            throw new SurveyException("To begin by text, tell how texts are sent: texts(TextSender)");
        }
        if (name.equals(Channel.VOICE) && !canContact) {
            throw new SurveyException(
                    "To begin by call, tell how calls are placed and where this survey's voice webhook is:"
                            + " calls(CallPlacer, URI)");
        }
        return channel;
    }

    /** The channel by which a person is reminded: that of the session, if it can, or else by text. */
    Optional<Channel> reminding(Session session) {
        return find(session.channel())
                .filter(channel -> canRemind(channel, session.respondent()))
                .or(() -> find(Channel.TEXT).filter(channel -> canRemind(channel, session.respondent())));
    }

    private static boolean canRemind(Channel channel, Address person) {
        return channel.canContact(person) && !channel.abilities(person).isSpoken();
    }
}
