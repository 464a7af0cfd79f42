package dev.parlance.account.browser;

/** What a {@link DialPlan} makes of a call that somebody wants. */
public sealed interface Decision {
    /**
     * The call goes to a phone.
     *
     * @param number the number with its country code, {@code +33612345678}
     */
    record Phone(String number) implements Decision {
        /** That it is a phone; never whose. */
        @Override
        public String toString() {
            return "Phone";
        }
    }

    /**
     * The call goes to another browser.
     *
     * @param identity who is called
     */
    record Browser(String identity) implements Decision {}

    /**
     * The call is not made.
     *
     * @param reason why
     */
    record Refused(Reason reason) implements Decision {}

    /** Why a call is not made. */
    enum Reason {
        /** Whoever calls is no user of a browser. */
        UNKNOWN_CALLER("unknown"),
        /** It is no number that can be called, nor a user. */
        INVALID("invalid"),
        /** The country is not one of those that are allowed. */
        COUNTRY("country"),
        /** It costs more than a call. */
        PREMIUM("premium"),
        /** The user has called too often. */
        LIMIT("limit");

        private final String prompt;

        Reason(String prompt) {
            this.prompt = prompt;
        }

        /** The key of what is said to the user. */
        String prompt() {
            return "refused." + prompt;
        }
    }
}
