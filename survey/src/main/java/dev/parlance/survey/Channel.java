package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.outbound.OutboundException;
import dev.parlance.survey.definition.CallPolicy;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.question.Abilities;
import dev.parlance.survey.question.Medium;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads webhooks, renders turns and contacts people over one medium. Text messages and calls are built in; you can add your
 * own:
 *
 * <pre>{@code
 * Surveys surveys = Surveys.builder(survey).store(store).channel(channel).build();
 * router.post("/chat", surveys.webhook("chat"));
 * }</pre>
 *
 * <p>A respondent who started on one channel can continue on any other. Implementations must be thread-safe.
 */
public interface Channel {
    /** The name of the text message channel. */
    String TEXT = Medium.TEXT.channel();
    /** The name of the voice channel. */
    String VOICE = Medium.VOICE.channel();

    /** The name in sessions, results and conditions: a lower-case word. Prompts with this suffix apply to this channel only. */
    String name();

    /** The channel's abilities for this person. */
    Abilities abilities(Address person);

    /** Reads a webhook. */
    Incoming read(WebhookRequest request);

    /**
     * Renders the document that answers a webhook. It is stored with the session: a repeated webhook gets the same document,
     * without another turn.
     */
    String render(Rendering rendering);

    /** The response that carries a document. An empty document means that there is nothing to say. */
    WebhookResponse answer(String document);

    /**
     * The messages of a document that the answer to a webhook can't carry, such as ones with buttons. They are stored with the
     * session, and sent in this order right after the turn is saved, each once. Default: none.
     */
    default List<String> messages(String document) {
        return List.of();
    }

    /**
     * Sends one of the {@link #messages} of a document.
     *
     * @return its id
     * @throws OutboundException if it can't be sent; with the reason {@code UNKNOWN} if it may have been sent
     */
    default String send(Address person, String message) {
        throw new SurveyException("The channel \"" + name() + "\" can't send messages after a reply");
    }

    /**
     * The ids of the messages that were sent to a person since this time, newest first; empty if that is not known. After a crash,
     * it shows whether a message was sent. Default: not known.
     */
    default Optional<List<String>> sentTo(Address person, Instant since) {
        return Optional.empty();
    }

    /**
     * Shows a person that a reply to their message is being prepared, while a request of the survey takes time. The reply does not
     * wait for it, and a failure is only logged. Default: does nothing.
     *
     * @param message the id of the message, as in {@link Incoming.Received#id}
     */
    default void showTyping(Address person, String message) {}

    /** How long after a person's message this channel can write to them freely. Default: empty, always. */
    default Optional<Duration> window() {
        return Optional.empty();
    }

    /** Whether the channel can contact this person first, now. Default: false. */
    default boolean canContact(Address person) {
        return false;
    }

    /**
     * Sends a turn to a person. For written channels.
     *
     * @throws OutboundException if it can't be sent; with the reason {@code UNKNOWN} if part of it may have been sent
     */
    default void send(Rendering rendering) {
        throw new SurveyException("The channel \"" + name() + "\" can't send the first message");
    }

    /**
     * Calls a person. For spoken channels: the survey starts when the person picks up.
     *
     * @return the call's id, which its status webhooks carry
     * @throws OutboundException if the call can't be placed
     */
    default String call(Address person, CallPolicy settings) {
        throw new SurveyException("The channel \"" + name() + "\" can't place calls");
    }
}
