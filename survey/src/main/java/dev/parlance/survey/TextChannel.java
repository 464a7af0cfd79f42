package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.outbound.OutboundException;
import dev.parlance.outbound.OutboundException.Reason;
import dev.parlance.outbound.TextMessage;
import dev.parlance.outbound.TextSender;
import dev.parlance.survey.definition.Agent;
import dev.parlance.survey.machine.Next;
import dev.parlance.survey.question.Abilities;
import dev.parlance.survey.question.Coordinates;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Medium;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The text message channel. Sends one message per turn, split only if it exceeds Twilio's limit. */
final class TextChannel implements Channel {
    private final Optional<TextSender> sender;
    private final Predicate<Address> pictures;
    private final Optional<Supplier<URI>> webhook;
    private final MessageLimits limits;

    /**
     * @param pictures who can get pictures
     * @param webhook the URL of this channel's webhook, to which the status of messages is reported; empty if nobody wants to know
     */
    TextChannel(
            Optional<TextSender> sender,
            Predicate<Address> pictures,
            Optional<Supplier<URI>> webhook,
            MessageLimits limits) {
        this.sender = sender;
        this.pictures = pictures;
        this.webhook = webhook;
        this.limits = limits;
    }

    @Override
    public String name() {
        return TEXT;
    }

    /** Messengers can share a location; SMS can't. */
    @Override
    public Abilities abilities(Address person) {
        Abilities text = Medium.TEXT.abilities();
        Abilities abilities = pictures.test(person) ? text.withPictures() : text;
        return person.isPhone() ? abilities : abilities.withLocation();
    }

    @Override
    public Incoming read(WebhookRequest request) {
        return StatusUrl.read(request).orElseGet(() -> message(request));
    }

    private static Incoming message(WebhookRequest request) {
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
        Optional<URI> status = statusUrl(rendering);
        for (TextMessage message : messages(rendering)) {
            if (message.media().isEmpty() && status.isEmpty()) {
                document.message(message.body());
            } else {
                document.message(element -> {
                    status.map(URI::toString).ifPresent(element::statusCallback);
                    if (!message.body().isEmpty()) {
                        element.body(message.body());
                    }
                    message.media().forEach(picture -> element.media(picture.toString()));
                });
            }
        }
        if (rendering.reply().next() instanceof Next.HandOver handOver
                && handOver.agent().way() == Agent.Way.URL) {
            document.redirect(AgentContext.url(handOver.agent().to(), rendering.session()));
        }
        return Twiml.text(document);
    }

    /** Where the status of a turn's messages is reported. */
    Optional<URI> statusUrl(Rendering rendering) {
        return webhook.map(url -> StatusUrl.of(url.get(), rendering.session()));
    }

    private List<TextMessage> messages(Rendering rendering) {
        return messages(rendering, limits);
    }

    /** The messages of a turn, in which the options are in words. */
    static List<TextMessage> messages(Rendering rendering, MessageLimits limits) {
        List<URI> pictures = rendering.pictures().stream().map(URI::create).toList();
        return limits.messages(rendering.session().respondent(), rendering.messages(), pictures);
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
        List<TextMessage> messages = messages(rendering);
        Optional<URI> status = statusUrl(rendering);
        for (int sent = 0; sent < messages.size(); sent++) {
            try {
                TextMessage message = messages.get(sent);
                sender.orElseThrow()
                        .send(status.map(message::withStatusCallback).orElse(message));
            } catch (OutboundException e) {
                if (sent == 0) {
                    throw e;
                }
                throw new OutboundException(Reason.UNKNOWN, "Only part of the text was sent", e);
            }
        }
    }
}
