package dev.parlance.account;

import static dev.parlance.outbound.OutboundException.Reason.BAD_ADDRESS;
import static dev.parlance.outbound.OutboundException.Reason.OPTED_OUT;
import static dev.parlance.outbound.OutboundException.Reason.RATE_LIMITED;
import static dev.parlance.outbound.OutboundException.Reason.REFUSED;
import static dev.parlance.outbound.OutboundException.Reason.UNAUTHORIZED;
import static dev.parlance.outbound.OutboundException.Reason.UNAVAILABLE;
import static dev.parlance.outbound.OutboundException.Reason.UNREACHABLE;

import dev.parlance.outbound.DeliveryProblem;
import dev.parlance.outbound.OutboundException.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The most common error codes of texts and calls, explained. */
final class KnownProblems {
    private static final Map<Integer, TwilioError> BY_CODE = Stream.of(
                    // The account and the API
                    problem(
                            20003,
                            UNAUTHORIZED,
                            "The credentials are wrong, or do not permit this.",
                            "Compare the account SID, the token and the API key with the console, and check that they belong"
                                    + " to the same account."),
                    problem(
                            20005,
                            UNAUTHORIZED,
                            "The account is suspended or closed.",
                            "Check the console for what Twilio requires, usually a payment."),
                    problem(
                            20404,
                            REFUSED,
                            "There is no such resource in this account.",
                            "Check the SID, and use the credentials of the account that owns it."),
                    problem(
                            20429,
                            RATE_LIMITED,
                            "There are too many requests at the same time.",
                            "Send more slowly, and try again later."),
                    problem(20500, UNAVAILABLE, "Twilio has an internal error.", "Try again later."),
                    problem(20503, UNAVAILABLE, "Twilio is overloaded or under maintenance.", "Try again later."),
                    // Addresses
                    problem(
                            21211,
                            BAD_ADDRESS,
                            "The recipient's number is not valid.",
                            "Write it with + and the country code, and check it with the recipient."),
                    problem(
                            21212,
                            REFUSED,
                            "The sender is not a valid number or sender name.",
                            "Set TWILIO_PHONE_NUMBER to a number of the account, with + and the country code."),
                    problem(
                            21214,
                            BAD_ADDRESS,
                            "The number cannot be called.",
                            "Check it with the recipient, or send a text instead."),
                    problem(
                            21215,
                            UNAUTHORIZED,
                            "The account is not permitted to call this country.",
                            "Allow the country under Voice geographic permissions in the console."),
                    problem(
                            21219,
                            UNAUTHORIZED,
                            "A trial account can call only verified numbers.",
                            "Verify the number in the console, or upgrade the account."),
                    problem(
                            21408,
                            UNAUTHORIZED,
                            "The account is not permitted to send texts to this country.",
                            "Allow the country under Messaging geographic permissions in the console."),
                    problem(
                            21608,
                            UNAUTHORIZED,
                            "A trial account can send texts only to verified numbers.",
                            "Verify the number in the console, or upgrade the account."),
                    problem(
                            21610,
                            OPTED_OUT,
                            "The recipient replied STOP to this sender.",
                            "Send nothing more until the recipient sends START."),
                    problem(
                            21612,
                            BAD_ADDRESS,
                            "This sender can't reach this number by text.",
                            "Send from another number, or call instead."),
                    problem(
                            21614,
                            BAD_ADDRESS,
                            "The number is not a mobile number.",
                            "Ask the recipient for a mobile number, or call instead."),
                    problem(
                            21635,
                            BAD_ADDRESS,
                            "The number is a landline, which can't receive texts.",
                            "Ask the recipient for a mobile number, or call instead."),
                    // The sender and the message
                    problem(21602, REFUSED, "The text has neither a body nor media.", "Add one of them."),
                    problem(
                            21603,
                            REFUSED,
                            "No sender was given.",
                            "Set TWILIO_MESSAGE_SERVICE or TWILIO_PHONE_NUMBER."),
                    problem(
                            21606,
                            REFUSED,
                            "The sender is not a number of this account that can text this recipient.",
                            "Send from a number of the account with SMS capability, or from a messaging service."),
                    problem(
                            21611,
                            RATE_LIMITED,
                            "Too many texts from this sender are waiting to be sent.",
                            "Send more slowly, or from a messaging service with several numbers."),
                    problem(
                            21617,
                            REFUSED,
                            "The text is longer than 1600 characters.",
                            "Shorten it, or split it into several texts."),
                    problem(21620, REFUSED, "The media URL is not valid.", "Use a public http or https URL."),
                    problem(
                            21910,
                            REFUSED,
                            "The sender and the recipient are on different channels.",
                            "Use the same prefix for both, such as whatsapp:."),
                    problem(
                            21655,
                            REFUSED,
                            "The account has no such content: it was deleted, or belongs to another account.",
                            "List the account's contents, or create it again."),
                    problem(
                            21656,
                            REFUSED,
                            "A variable of the content is empty, or has a line break, a tab or five spaces in a row.",
                            "Give each variable one line of text. Those that are left out get their samples."),
                    problem(
                            21658,
                            REFUSED,
                            "A variable of the content has more than 1600 characters.",
                            "Shorten it. Buttons and lists take fewer characters than the text."),
                    // Delivery
                    undelivered(30001, RATE_LIMITED),
                    undelivered(30002, UNAUTHORIZED),
                    undelivered(30003, UNREACHABLE),
                    undelivered(30004, UNREACHABLE),
                    undelivered(30005, UNREACHABLE),
                    undelivered(30006, UNREACHABLE),
                    undelivered(30007, UNREACHABLE),
                    undelivered(30008, UNREACHABLE),
                    undelivered(30034, UNREACHABLE),
                    // Other channels
                    problem(
                            63007,
                            REFUSED,
                            "The account has no such sender on this channel.",
                            "Send from a sender that is set up for the channel in the console."),
                    undelivered(63003, UNREACHABLE),
                    undelivered(63005, REFUSED),
                    undelivered(63012, UNAVAILABLE),
                    undelivered(63013, REFUSED),
                    undelivered(63016, REFUSED),
                    undelivered(63018, RATE_LIMITED),
                    undelivered(63019, REFUSED),
                    undelivered(63021, REFUSED),
                    undelivered(63024, UNREACHABLE),
                    undelivered(63027, REFUSED),
                    undelivered(63028, REFUSED),
                    undelivered(63032, REFUSED))
            .collect(Collectors.toUnmodifiableMap(TwilioError::code, problem -> problem));

    private KnownProblems() {}

    static Optional<TwilioError> find(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    private static TwilioError undelivered(int code, Reason reason) {
        DeliveryProblem problem = DeliveryProblem.of(code).orElseThrow();
        return problem(code, reason, problem.meaning(), problem.remedy());
    }

    private static TwilioError problem(int code, Reason reason, String meaning, String remedy) {
        return new TwilioError(code, reason, meaning, remedy);
    }
}
