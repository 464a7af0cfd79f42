package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.machine.Next;
import dev.parlance.survey.machine.Turn;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.question.Place;
import dev.parlance.twiml.MessageTwiml;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.Optional;
import java.util.OptionalInt;

/** The survey by text: one message a turn, cut only where it is longer than Twilio takes. */
final class TextChannel implements WebhookHandler {
    private final Engine engine;

    TextChannel(Engine engine) {
        this.engine = engine;
    }

    @Override
    public WebhookResponse handle(WebhookRequest request) {
        IncomingMessage message = IncomingMessage.of(request);
        Engine.Incoming incoming = new Engine.Incoming(
                message.sid(),
                input(message),
                medium(message.from()),
                OptionalInt.empty(),
                Optional.empty(),
                request.formParameters());
        return Twiml.response(engine.receive(message.from(), incoming, this::document));
    }

    /** A place can be shared by a messenger, and not by SMS. */
    static Medium medium(Address person) {
        return person.isPhone()
                ? Medium.TEXT
                : new Medium(Channel.TEXT, Medium.TEXT.abilities().withLocation());
    }

    private static Input input(IncomingMessage message) {
        return new Input.Text(
                message.body(),
                message.media().stream().map(IncomingMessage.Media::url).toList(),
                message.location().map(place -> new Place(place.latitude(), place.longitude())));
    }

    private String document(Turn turn) {
        MessageTwiml document = MessageTwiml.create();
        TextMessages.of(engine.revisions.of(turn.session().revision()), turn).forEach(document::message);
        if (turn.reply().next() instanceof Next.HandOver handOver && handOver.isUrl()) {
            document.redirect(handOver.to());
        }
        return Twiml.text(document);
    }
}
