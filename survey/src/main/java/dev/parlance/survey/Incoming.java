package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.session.Delivery;
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
     * <pre>{@code
     * Incoming incoming = Incoming.Received.of(Address.of("+15551112222"), "message 1", Input.choice("tea")).withTurn(3);
     * }</pre>
     */
    final class Received implements Incoming {
        private final Address person;
        private final String id;
        private final Input input;
        private final OptionalInt turn;
        private final Optional<String> survey;
        private final Optional<String> language;
        private final Parameters form;

        private Received(
                Address person,
                String id,
                Input input,
                OptionalInt turn,
                Optional<String> survey,
                Optional<String> language,
                Parameters form) {
            this.person = person;
            this.id = id;
            this.input = input;
            this.turn = turn;
            this.survey = survey;
            this.language = language;
            this.form = form;
        }

        /**
         * An input that answers the open question.
         *
         * @param id identifies repeats of the webhook
         */
        public static Received of(Address person, String id, Input input) {
            return new Received(
                    person, id, input, OptionalInt.empty(), Optional.empty(), Optional.empty(), Parameters.none());
        }

        /** Returns a copy that answers this turn. If the session is further, the open question is asked again. */
        public Received withTurn(int answered) {
            return new Received(person, id, input, OptionalInt.of(answered), survey, language, form);
        }

        /**
         * Returns a copy that answers a question of this survey. Another survey with the same number or sender only asks its open
         * question again.
         */
        public Received withSurvey(String name) {
            return new Received(person, id, input, turn, Optional.of(name), language, form);
        }

        /** Returns a copy with another input. */
        Received withInput(Input newInput) {
            return new Received(person, id, newInput, turn, survey, language, form);
        }

        /** Returns a copy with the tag of the language to start in. */
        public Received withLanguage(String tag) {
            return new Received(person, id, input, turn, survey, Optional.of(tag), form);
        }

        /** Returns a copy with the webhook's form, for sinks that want forms. */
        public Received withForm(Parameters parameters) {
            return new Received(person, id, input, turn, survey, language, parameters);
        }

        @Override
        public Address person() {
            return person;
        }

        /** The id, the same in repeats of the webhook. */
        public String id() {
            return id;
        }

        /** The input. */
        public Input input() {
            return input;
        }

        /** The turn that it answers, if the channel knows; otherwise it answers the open question. */
        public OptionalInt turn() {
            return turn;
        }

        /** The survey that asked, if the channel knows; otherwise it answers the one that is open. */
        public Optional<String> survey() {
            return survey;
        }

        /** The tag of the language to start in. */
        public Optional<String> language() {
            return language;
        }

        /** The webhook's form. */
        public Parameters form() {
            return form;
        }
    }

    /** An answering machine took the call. It gets a short message, and the person is called again later. */
    record AnsweringMachine(Address person, String call) implements Incoming {}

    /** An outgoing call was not answered. */
    record MissedCall(Address person, String call) implements Incoming {}

    /** A call has ended. */
    record CallEnded(Address person, String call) implements Incoming {}

    /**
     * A message of the survey was sent, delivered or read, or could not be delivered.
     *
     * @param message its SID
     * @param status what has become of it
     * @param code Twilio's error code, if it could not be delivered
     * @param run the run of the session in which it was sent
     * @param turn the turn that it belongs to
     */
    record DeliveryReport(
            Address person, String message, Delivery.Status status, Optional<Integer> code, int run, int turn)
            implements Incoming {
        /** A copy about this person, for channels on which people have another address. */
        public DeliveryReport of(Address newPerson) {
            return new DeliveryReport(newPerson, message, status, code, run, turn);
        }
    }

    /** A recorded answer was transcribed. */
    record Transcribed(Address person, String recording, String text) implements Incoming {}

    /**
     * An agent who is dialed has picked up, or has pressed a key after the summary.
     *
     * @param person the agent
     * @param agent the agent's name
     * @param respondent the {@link Surveys#personId} of the respondent who is handed over
     * @param keys the keys that were pressed
     */
    record AgentAnswered(Address person, String agent, String respondent, Optional<String> keys) implements Incoming {}

    /** A webhook that needs no action. */
    record Ignored(Address person) implements Incoming {}
}
