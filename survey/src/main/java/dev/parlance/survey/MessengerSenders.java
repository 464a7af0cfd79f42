package dev.parlance.survey;

import dev.parlance.outbound.ContentStore;
import dev.parlance.outbound.TextSender;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The senders of a survey or a desk on WhatsApp and RCS, as an application's settings have them. For frameworks that create channels
 * from settings.
 *
 * <pre>{@code
 * MessengerSenders senders = new MessengerSenders(Optional.of("+15005550100"), Optional.empty());
 * SurveysBuilder builder = Surveys.builder(survey);
 * senders.channels(account, account.contents(), clock).forEach(builder::channel);
 * }</pre>
 *
 * @param whatsApp the sender on WhatsApp: {@code whatsapp:+15005550100}, {@code +15005550100}, or a messaging service
 * @param rcs the messaging service with a sender on RCS
 */
public record MessengerSenders(Optional<String> whatsApp, Optional<String> rcs) {
    /** No senders. */
    public static final MessengerSenders NONE = new MessengerSenders(Optional.empty(), Optional.empty());

    /** The senders in full, by the name of the channel, which is the end of the webhook's path. */
    public Map<String, String> byChannel() {
        Map<String, String> senders = new TreeMap<>();
        whatsApp.ifPresent(sender ->
                senders.put(MessengerChannel.WHATSAPP, MessengerChannel.inFull(sender, MessengerChannel.WHATSAPP)));
        rcs.ifPresent(
                sender -> senders.put(MessengerChannel.RCS, MessengerChannel.inFull(sender, MessengerChannel.RCS)));
        return senders;
    }

    /** The channels to add to a survey. */
    public List<MessengerChannel> channels(TextSender sender, ContentStore contents, Clock clock) {
        return byChannel().entrySet().stream()
                .map(each -> channel(each.getKey(), sender, contents)
                        .withFrom(each.getValue())
                        .withClock(clock))
                .toList();
    }

    private static MessengerChannel channel(String name, TextSender sender, ContentStore contents) {
        return name.equals(MessengerChannel.WHATSAPP)
                ? MessengerChannel.whatsApp(sender, contents)
                : MessengerChannel.rcs(sender, contents);
    }
}
