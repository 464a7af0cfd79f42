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
        if (incoming instanceof Incoming.Did did) {
            Medium medium = new Medium(channel.name(), channel.abilities(did.person()));
            return channel.answer(engine.receive(
                    did, medium, (survey, turn) -> channel.render(new Rendering(survey, turn, request.url()))));
        }
        if (incoming instanceof Incoming.Machine machine) {
            return channel.answer(channel.render(calling.messageFor(machine, request.url())));
        }
        if (incoming instanceof Incoming.Missed missed) {
            calling.missed(missed.person(), missed.call());
        } else if (incoming instanceof Incoming.Ended ended) {
            calling.ended(ended.person(), ended.call());
        } else if (incoming instanceof Incoming.Transcribed transcribed) {
            calling.transcribed(transcribed);
        }
        return WebhookResponse.noContent();
    }
}
