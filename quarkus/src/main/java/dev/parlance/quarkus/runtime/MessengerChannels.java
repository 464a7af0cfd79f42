package dev.parlance.quarkus.runtime;

import dev.parlance.outbound.ContentStore;
import dev.parlance.outbound.TextSender;
import dev.parlance.quarkus.TwilioConnection;
import dev.parlance.survey.MessengerChannel;
import dev.parlance.survey.MessengerSenders;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The channels of {@code parlance.surveys.messengers}. */
@Singleton
public final class MessengerChannels {
    private static final String PROPERTY = "parlance.surveys.messengers";

    private final Map<String, MessengerSenders> senders = new HashMap<>();
    private final Instance<TextSender> textSender;
    private final Instance<ContentStore> contents;
    private final TwilioConnection twilio;

    /**
     * Reads and checks the senders.
     *
     * @throws IllegalStateException with all problems
     */
    MessengerChannels(
            ParlanceConfig properties,
            DeskSurveys surveys,
            Instance<TextSender> textSender,
            Instance<ContentStore> contents,
            TwilioConnection twilio) {
        properties
                .surveys()
                .messengers()
                .forEach((name, each) -> senders.put(name, new MessengerSenders(each.whatsapp(), each.rcs())));
        List<String> problems = surveys.desks().problemsOfSenders(senders.keySet(), Set.copyOf(surveys.folders()));
        if (!problems.isEmpty()) {
            throw new IllegalStateException("The senders of " + PROPERTY + " have " + problems.size()
                    + " problem(s):\n  " + String.join("\n  ", problems));
        }
        this.textSender = textSender;
        this.contents = contents;
        this.twilio = twilio;
    }

    private MessengerSenders of(String name) {
        return senders.getOrDefault(name, MessengerSenders.NONE);
    }

    /**
     * Whether a survey or a desk has a sender on a channel.
     *
     * @param name the name of the survey or the desk
     */
    boolean has(String name, String channel) {
        return of(name).byChannel().containsKey(channel);
    }

    /**
     * The channels of a survey.
     *
     * @param name the name of its desk, or its own
     */
    List<MessengerChannel> channels(String name) {
        if (of(name).byChannel().isEmpty()) {
            return List.of();
        }
        if (!textSender.isResolvable() || !contents.isResolvable()) {
            throw new IllegalStateException(PROPERTY + "." + name + " needs parlance-account");
        }
        return of(name).channels(textSender.get(), contents.get(), twilio.clock());
    }
}
