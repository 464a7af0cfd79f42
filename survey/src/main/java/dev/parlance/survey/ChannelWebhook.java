package dev.parlance.survey;

import dev.parlance.survey.question.Medium;
import dev.parlance.webhook.WebhookHandler;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.util.function.UnaryOperator;

/** Handles the webhooks of one channel. */
record ChannelWebhook(Channel channel, Engine engine, Calling calling, AgentCalls agents, DeliveryReports deliveries)
        implements WebhookHandler {
    @Override
    public WebhookResponse handle(WebhookRequest request) {
        Incoming incoming = channel.read(request);
        if (incoming instanceof Incoming.Received received) {
            return receive(received, rendering -> rendering.at(request.url()));
        }
        if (incoming instanceof Incoming.AnsweringMachine machine) {
            return channel.answer(channel.render(calling.messageFor(machine).at(request.url())));
        }
        if (incoming instanceof Incoming.AgentAnswered answered) {
            return WebhookResponse.of(agents.answer(answered, request.url()));
        }
        if (incoming instanceof Incoming.MissedCall missedCall) {
            calling.missed(missedCall.person(), missedCall.call());
        } else if (incoming instanceof Incoming.CallEnded callEnded) {
            calling.ended(callEnded.person(), callEnded.call());
        } else if (incoming instanceof Incoming.Transcribed transcribed) {
            calling.transcribed(transcribed);
        } else if (incoming instanceof Incoming.DeliveryReport report) {
            deliveries.record(report, channel.name());
        }
        return WebhookResponse.noContent();
    }

    /** Answers an input. */
    WebhookResponse receive(Incoming.Received received, UnaryOperator<Rendering> place) {
        Medium medium = new Medium(channel.name(), channel.abilities(received.person()));
        return channel.answer(engine.receive(
                received,
                channel,
                medium,
                (survey, turn) -> channel.render(place.apply(engine.rendering(survey, turn)))));
    }
}
