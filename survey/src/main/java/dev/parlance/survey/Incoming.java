package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.question.Input;
import dev.parlance.webhook.Parameters;
import java.util.Optional;
import java.util.OptionalInt;

/** What a webhook tells of a person. */
public sealed interface Incoming {
    /** The person. */
    Address person();

    /**
     * The person did something, and waits for the next turn.
     *
     * @param id by which a repeat is known
     * @param input what they did
     * @param turn the turn that it answers, where the channel knows; otherwise it answers what is open
     * @param language the tag of the language to start in
     * @param form the webhook's form, for listeners that want it
     */
    record Did(Address person, String id, Input input, OptionalInt turn, Optional<String> language, Parameters form)
            implements Incoming {
        /** Something that answers the open question. */
        public static Did of(Address person, String id, Input input) {
            return new Did(person, id, input, OptionalInt.empty(), Optional.empty(), Parameters.none());
        }
    }

    /** A machine took our call: it gets a short message, and the person is called again. */
    record Machine(Address person, String call) implements Incoming {}

    /** A call of ours was not answered. */
    record Missed(Address person, String call) implements Incoming {}

    /** A call has ended. */
    record Ended(Address person, String call) implements Incoming {}

    /** A recorded answer was put in writing. */
    record Transcribed(Address person, String recording, String text) implements Incoming {}

    /** Nothing that matters. */
    record Nothing(Address person) implements Incoming {}
}
