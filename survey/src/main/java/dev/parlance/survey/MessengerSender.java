package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.outbound.ContentStore;
import dev.parlance.outbound.OutboundException;
import dev.parlance.outbound.TextMessage;
import dev.parlance.outbound.TextSender;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Sends the messages of one messenger channel. */
record MessengerSender(TextSender texts, MenuContents menus, TemplateMessages templates, Options options) {
    /** Twilio's errors for a content that does not exist. */
    private static final Set<Integer> CONTENT_IS_GONE = Set.of(21655, 92006);

    /**
     * What an application can choose.
     *
     * @param from the number or messaging service to send from; empty for the account's
     * @param webhook where the status of messages is reported
     * @param showsTyping whether people see that a reply is being prepared
     */
    record Options(Optional<String> from, Optional<Supplier<URI>> webhook, Clock clock, boolean showsTyping) {
        static final Options DEFAULT = new Options(Optional.empty(), Optional.empty(), Clock.systemUTC(), true);

        Options withFrom(String newFrom) {
            return new Options(Optional.of(newFrom), webhook, clock, showsTyping);
        }

        Options withWebhook(Supplier<URI> newWebhook) {
            return new Options(from, Optional.of(newWebhook), clock, showsTyping);
        }

        Options withClock(Clock newClock) {
            return new Options(from, webhook, newClock, showsTyping);
        }

        Options withoutTyping() {
            return new Options(from, webhook, clock, false);
        }
    }

    static MessengerSender by(TextSender texts, ContentStore store) {
        return new MessengerSender(texts, new MenuContents(store), new TemplateMessages(store), Options.DEFAULT);
    }

    MessengerSender with(Options newOptions) {
        return new MessengerSender(texts, menus, templates, newOptions);
    }

    /** Sends a message; returns its id. */
    String send(Address person, MessengerMessage message) {
        return deliver(() -> message.to(person, menus));
    }

    /** Sends the template for a turn. */
    void sendTemplate(Rendering rendering, Optional<URI> status) {
        deliver(() -> {
            TextMessage template = templates.message(rendering);
            return status.map(template::withStatusCallback).orElse(template);
        });
    }

    /** Sends a message. If its content was deleted at Twilio, looks it up again, once. */
    private String deliver(Supplier<TextMessage> message) {
        TextMessage first = message.get();
        try {
            return send(first);
        } catch (OutboundException e) {
            if (e.code().filter(CONTENT_IS_GONE::contains).isEmpty()) {
                throw e;
            }
            first.contentSid().ifPresent(this::forget);
            return send(message.get());
        }
    }

    private String send(TextMessage message) {
        return texts.send(options.from().map(message::withFrom).orElse(message)).sid();
    }

    private void forget(String content) {
        menus.forget(content);
        templates.forget(content);
    }
}
