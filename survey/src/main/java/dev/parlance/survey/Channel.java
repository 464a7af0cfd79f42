package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.outbound.OutboundException;
import dev.parlance.survey.definition.Calls;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.question.Abilities;
import dev.parlance.survey.question.Medium;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;

/**
 * A way of talking with people: how a webhook is read, how a turn looks or sounds, and how a person is contacted. Text messages and
 * calls are two of them; an application can add its own:
 *
 * <pre>{@code
 * Surveys surveys = Surveys.of(survey).channel(new WebChat()).build();
 * router.post("/chat", surveys.webhook("chat"));
 * }</pre>
 *
 * <p>A person who has started on one channel continues on any other. Called by several threads at once.
 */
public interface Channel {
    /** The name of the channel by text message. */
    String TEXT = Medium.TEXT.channel();
    /** The name of the channel by call. */
    String VOICE = Medium.VOICE.channel();

    /** The name by which sessions, results and conditions know it: a lower-case word. Prompts of this suffix are for it alone. */
    String name();

    /** What it can do for this person. */
    Abilities abilities(Address person);

    /** Reads what a webhook tells. */
    Incoming read(WebhookRequest request);

    /**
     * The document that answers a webhook. It is kept with the session: a webhook that comes again gets the same document, without
     * another turn.
     */
    String render(Rendering rendering);

    /** The answer to a webhook with a document; with an empty one, if nothing is said. */
    WebhookResponse answer(String document);

    /** Whether it can contact this person now, of whom nothing has come. Default: it can't. */
    default boolean canContact(Address person) {
        return false;
    }

    /**
     * Sends a turn to a person, on a channel that is read.
     *
     * @throws OutboundException if it can't be sent; with the reason {@code UNKNOWN} if a part of it may have been sent
     */
    default void send(Rendering rendering) {
        throw new SurveyException("The channel \"" + name() + "\" contacts nobody");
    }

    /**
     * Calls a person, on a channel that is heard: the survey begins when the person picks up.
     *
     * @return the name of the call, by which news of it is known
     * @throws OutboundException if the call can't be placed
     */
    default String call(Address person, Calls how) {
        throw new SurveyException("The channel \"" + name() + "\" calls nobody");
    }
}
