package dev.parlance.observation;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * What is observed, and with which keys. All keys have few values, so that each can be a tag of a metric: none contains a number,
 * an id or anything that a person wrote. A key without a value is {@code none}.
 */
public enum ParlanceObservation implements ObservationDocumentation {
    /** A webhook: the handler's work, or a refusal. */
    WEBHOOK("parlance.webhook", "twilio webhook", Keys.KIND, Keys.CHANNEL, Keys.OUTCOME, Keys.REFUSAL),

    /** A text or a call that the application sends to Twilio. */
    SEND("parlance.send", "twilio send", Keys.CHANNEL, Keys.OUTCOME, Keys.REASON, Keys.CODE),

    /** A turn of a survey: a text or a part of a call, and the reply. */
    SURVEY_TURN("parlance.survey.turn", "survey turn", Keys.SURVEY, Keys.CHANNEL, Keys.OUTCOME),

    /** The delivery of a survey's event to a listener or a sink. */
    EVENT("parlance.event", "survey event", Keys.TYPE, Keys.OUTCOME);

    private final String fullName;
    private final String span;

    @SuppressWarnings("ImmutableEnumChecker") // copied before anyone sees it
    private final Keys[] keys;

    /** The keys. */
    public enum Keys implements KeyName {
        /** What a webhook reports, as in {@code text}, {@code call} or {@code recording}. */
        KIND,
        /** The channel, as in {@code phone}, {@code whatsapp} or {@code voice}. */
        CHANNEL,
        /** How it ended, as in {@code success}, {@code refused} or {@code error}. */
        OUTCOME,
        /** Why a webhook was refused: a {@code Refusal} in lower case. */
        REFUSAL,
        /** Why a text or call was not accepted: a reason of {@code OutboundException} in lower case. */
        REASON,
        /** Twilio's error code for that, as in {@code 21211}. */
        CODE,
        /** The survey's name. */
        SURVEY,
        /** The type of an event, as in {@code completed}. */
        TYPE;

        @Override
        public String asString() {
            return Words.of(this);
        }
    }

    ParlanceObservation(String fullName, String span, Keys... keys) {
        this.fullName = fullName;
        this.span = span;
        this.keys = keys;
    }

    @Override
    public String getName() {
        return fullName;
    }

    @Override
    public String getContextualName() {
        return span;
    }

    @Override
    public KeyName[] getLowCardinalityKeyNames() {
        return keys.clone();
    }
}
