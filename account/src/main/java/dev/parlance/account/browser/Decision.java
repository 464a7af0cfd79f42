package dev.parlance.account.browser;

import dev.parlance.Address;

/**
 * The decision of a {@link DialPlan} about a call.
 *
 * <pre>{@code
 * Decision decision = DialPlan.allow("FR").decide("ana", "+33 6 12 34 56 78");
 * if (decision instanceof Decision.Phone phone) {
 *     System.out.println(phone.number()); // +336••••5678
 * }
 * }</pre>
 */
public sealed interface Decision {
    /**
     * The call goes to a phone.
     *
     * @param number the number with its country code
     */
    record Phone(Address number) implements Decision {}

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
        INVALID_DESTINATION("invalid"),
        /** The plan does not allow the country. */
        COUNTRY_NOT_ALLOWED("country"),
        /** The number costs more than an ordinary call: premium rate or shared cost. */
        PREMIUM_NUMBER("premium"),
        /** The plan does not allow this kind of number, such as a toll-free one. */
        KIND_NOT_ALLOWED("kind"),
        /** The user has made too many calls. */
        TOO_MANY_CALLS("limit");

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
