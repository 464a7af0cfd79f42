package dev.parlance.account.browser;

/** The decision of a {@link DialPlan} about a call. */
public sealed interface Decision {
    /**
     * The call goes to a phone.
     *
     * @param number the number with its country code, {@code +33612345678}
     */
    record Phone(String number) implements Decision {
        /** Leaves out the number. */
        @Override
        public String toString() {
            return "Phone";
        }
    }

    /**
     * The call goes to another browser.
     *
     * @param identity the user to call
     */
    record Browser(String identity) implements Decision {}

    /**
     * The call is refused.
     *
     * @param reason why
     */
    record Refused(Reason reason) implements Decision {}

    /** Why a call is refused. */
    enum Reason {
        /** The caller is not a browser user. */
        UNKNOWN_CALLER("unknown"),
        /** The destination is neither a valid number nor a user. */
        INVALID("invalid"),
        /** The country is not allowed. */
        COUNTRY("country"),
        /** The number costs more than an ordinary call. */
        PREMIUM("premium"),
        /** The user has made too many calls. */
        LIMIT("limit");

        private final String prompt;

        Reason(String prompt) {
            this.prompt = prompt;
        }

        /** The key of the prompt for the user. */
        String prompt() {
            return "refused." + prompt;
        }
    }
}
