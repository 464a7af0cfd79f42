package dev.parlance.survey;

import dev.parlance.survey.question.Medium;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;

/** Handles the webhooks of one channel. */
record ChannelWebhook(Channel channel, Engine engine, Calling calling) implements WebhookHandler {
    @Override
    public WebhookResponse handle(WebhookRequest request) {
        Incoming incoming = channel.read(request);
        if (incoming instanceof Incoming.Received received) {
            Medium medium = new Medium(channel.name(), channel.abilities(received.person()));
            return channel.answer(engine.receive(
                    received,
                    medium,
                    (survey, turn) -> channel.render(Rendering.of(survey, turn).at(request.url()))));
        }
        if (incoming instanceof Incoming.AnsweringMachine machine) {
            return channel.answer(channel.render(calling.messageFor(machine).at(request.url())));
        }
        if (incoming instanceof Incoming.MissedCall missedCall) {
            calling.missed(missedCall.person(), missedCall.call());
        } else if (incoming instanceof Incoming.CallEnded callEnded) {
            calling.ended(callEnded.person(), callEnded.call());
        } else if (incoming instanceof Incoming.Transcribed transcribed) {
            calling.transcribed(transcribed);
        }
        return WebhookResponse.noContent();
    }
}
