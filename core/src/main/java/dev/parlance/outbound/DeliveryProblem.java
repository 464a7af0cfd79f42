package dev.parlance.outbound;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a message that Twilio accepted did not arrive, by the code in its status callback.
 *
 * <pre>{@code
 * MessageStatus status = MessageStatus.of(request);
 * status.errorCode().stream().mapToObj(DeliveryProblem::of).flatMap(Optional::stream).forEach(System.out::println);
 * }</pre>
 *
 * @param code Twilio's error code
 * @param meaning what happened, in one sentence
 * @param remedy what to do, in one sentence
 */
public record DeliveryProblem(int code, String meaning, String remedy) {
    private static final Map<Integer, DeliveryProblem> BY_CODE = Stream.of(
                    new DeliveryProblem(
                            30001,
                            "The text was dropped because too many were waiting.",
                            "Send it again later, and more slowly."),
                    new DeliveryProblem(
                            30002,
                            "The account was suspended before the text was sent.",
                            "Check the console for what Twilio requires."),
                    new DeliveryProblem(
                            30003,
                            "The phone could not be reached: it may be off or without a network.",
                            "Try again later."),
                    new DeliveryProblem(
                            30004,
                            "The text was blocked.",
                            "Check that the recipient wants texts, and that the carrier accepts them from this sender."),
                    new DeliveryProblem(
                            30005,
                            "The number does not exist, or is no longer in service.",
                            "Check the number with the recipient, and stop sending to it."),
                    new DeliveryProblem(
                            30006,
                            "The number is a landline, or its carrier can't be reached.",
                            "Ask the recipient for a mobile number, or call instead."),
                    new DeliveryProblem(
                            30007,
                            "Twilio or the carrier filtered the text as spam.",
                            "Reword it, avoid shortened links, and register the sender if the country requires it."),
                    new DeliveryProblem(
                            30008,
                            "The carrier did not deliver the text and gave no reason.",
                            "Try again later, or with a shorter text without special characters."),
                    new DeliveryProblem(
                            30034,
                            "The sender is not registered for texts to the United States.",
                            "Register a brand and a campaign (A2P 10DLC), and add the number to the campaign."),
                    // WhatsApp, RCS and other channels
                    new DeliveryProblem(
                            63003,
                            "The recipient is not on this channel.",
                            "Check the number with the recipient, or send a text."),
                    new DeliveryProblem(
                            63005,
                            "The channel did not accept the content.",
                            "Check that the channel supports this kind of message and media."),
                    new DeliveryProblem(63012, "The channel has an internal error.", "Try again later."),
                    new DeliveryProblem(
                            63013,
                            "The message violates a policy of the channel.",
                            "Read the channel's policies for business messages, and reword it."),
                    new DeliveryProblem(
                            63016,
                            "The person's last message is more than 24 hours old, so WhatsApp allows only a template.",
                            "Send an approved template, or wait for a message from the person."),
                    new DeliveryProblem(
                            63018,
                            "The sender has reached the channel's limit of messages.",
                            "Send more slowly, and try again later."),
                    new DeliveryProblem(
                            63019,
                            "The media of the message could not be downloaded.",
                            "Check that its URL is public, and its type and size are allowed."),
                    new DeliveryProblem(
                            63021,
                            "The channel can't show this content.",
                            "Check what the channel supports, and that all variables have values."),
                    new DeliveryProblem(
                            63024,
                            "The recipient has no WhatsApp, or has not accepted its terms.",
                            "Check the number with the recipient, or send a text."),
                    new DeliveryProblem(
                            63027,
                            "There is no approved template in this language.",
                            "Ask for the approval of the template, and wait for it."),
                    new DeliveryProblem(
                            63028,
                            "The number of variables differs from the template's.",
                            "Send a value for each variable of the template."),
                    new DeliveryProblem(
                            63032,
                            "WhatsApp does not let you send this message to this person.",
                            "Wait for a message from the person, or use another channel."))
            .collect(Collectors.toUnmodifiableMap(DeliveryProblem::code, problem -> problem));

    /** The problem with this code; empty if this library does not know it. */
    public static Optional<DeliveryProblem> of(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
