package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.question.Input;
import dev.parlance.webhook.Parameters;
import java.util.Optional;
import java.util.OptionalInt;

/** A webhook, as read by its channel. */
public sealed interface Incoming {
    /** The person. */
    Address person();

    /**
     * The person's input, which needs a reply.
     *
     * @param id identifies repeats
     * @param input the input
     * @param turn the turn that it answers, if the channel knows; otherwise it answers the open question
     * @param language the tag of the language to start in
     * @param form the webhook's form, for sinks that want forms
     */
    record Received(
            Address person, String id, Input input, OptionalInt turn, Optional<String> language, Parameters form)
            implements Incoming {
        /** An input that answers the open question. */
        public static Received of(Address person, String id, Input input) {
            return new Received(person, id, input, OptionalInt.empty(), Optional.empty(), Parameters.none());
        }
    }

    /** An answering machine took the call. It gets a short message, and the person is called again later. */
    record AnsweringMachine(Address person, String call) implements Incoming {}

    /** An outgoing call was not answered. */
    record MissedCall(Address person, String call) implements Incoming {}

    /** A call has ended. */
    record CallEnded(Address person, String call) implements Incoming {}

    /** A recorded answer was transcribed. */
    record Transcribed(Address person, String recording, String text) implements Incoming {}

    /** A webhook that needs no action. */
    record Ignored(Address person) implements Incoming {}
}
