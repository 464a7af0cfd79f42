package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.outbound.OutboundException;
import dev.parlance.outbound.OutboundException.Reason;
import dev.parlance.outbound.TextMessage;
import dev.parlance.outbound.TextSender;
import dev.parlance.survey.machine.Next;
import dev.parlance.survey.question.Abilities;
import dev.parlance.survey.question.Coordinates;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Medium;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.List;
import java.util.Optional;

/** The text message channel. Sends one message per turn, split only if it exceeds Twilio's limit. */
final class TextChannel implements Channel {
    private final Optional<TextSender> sender;

    TextChannel(Optional<TextSender> sender) {
        this.sender = sender;
    }

    @Override
    public String name() {
        return TEXT;
    }

    /** Messengers can share a location; SMS can't. */
    @Override
    public Abilities abilities(Address person) {
        Abilities abilities = Medium.TEXT.abilities();
        return person.isPhone() ? abilities : abilities.withLocation();
    }

    @Override
    public Incoming read(WebhookRequest request) {
        IncomingMessage message = IncomingMessage.of(request);
        Input input = new Input.Text(
                message.body(),
                message.media().stream()
                        .map(media -> new Input.Attachment(media.url(), media.contentType()))
                        .toList(),
                message.location().map(place -> new Coordinates(place.latitude(), place.longitude())));
        return Incoming.Received.of(message.from(), message.sid(), input).withForm(request.formParameters());
    }

    @Override
    public String render(Rendering rendering) {
        MessageTwiml document = MessageTwiml.create();
        rendering.messages().forEach(document::message);
        if (rendering.reply().next() instanceof Next.HandOver handOver && handOver.isUrl()) {
            document.redirect(handOver.to());
        }
        return Twiml.text(document);
    }

    @Override
    public WebhookResponse answer(String document) {
        return Twiml.response(document);
    }

    @Override
    public boolean canContact(Address person) {
        return sender.isPresent();
    }

    @Override
    public void send(Rendering rendering) {
        List<String> messages = rendering.messages();
        for (int sent = 0; sent < messages.size(); sent++) {
            TextMessage message = TextMessage.to(rendering.session().respondent(), messages.get(sent));
            try {
                sender.orElseThrow().send(message);
            } catch (OutboundException e) {
                if (sent == 0) {
                    throw e;
                }
                throw new OutboundException(Reason.UNKNOWN, "Only part of the text was sent", e);
            }
        }
    }
}
