package dev.parlance.account;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import dev.parlance.Address;
import dev.parlance.outbound.Receipt;
import dev.parlance.outbound.TextMessage;
import java.util.Optional;
import java.util.regex.Pattern;

/** Sends texts. */
final class Texts {
    private static final Pattern MESSAGING_SERVICE = Pattern.compile("MG[0-9a-fA-F]{32}");

    private Texts() {}

    static Receipt send(TwilioApi api, TextMessage text, Optional<String> accountSender) {
        String sender = text.from()
                .or(() -> accountSender)
                .orElseThrow(() -> AccountException.notSent("A text needs a sender: set TWILIO_MESSAGE_SERVICE or"
                        + " TWILIO_PHONE_NUMBER, or set one in the TextMessage"));
        MessageCreator request = from(sender, text);
        if (!text.body().isBlank()) {
            request.setBody(sendable(text.body()));
        }
        text.contentSid().ifPresent(request::setContentSid);
        if (!text.variables().isEmpty()) {
            request.setContentVariables(
                    new ObjectMapper().valueToTree(text.variables()).toString());
        }
        text.statusCallback().ifPresent(request::setStatusCallback);
        text.validity().ifPresent(time -> request.setValidityPeriod(Math.toIntExact(Math.max(1, time.toSeconds()))));
        return api.change("a text", client -> {
            Message sent = request.create(client);
            return new Receipt(requireNonNull(sent.getSid()), String.valueOf(sent.getStatus()));
        });
    }

    private static MessageCreator from(String sender, TextMessage text) {
        PhoneNumber to = new PhoneNumber(text.to().value());
        return MESSAGING_SERVICE.matcher(sender).matches()
                ? Message.creator(to, sender, text.media())
                : Message.creator(to, new PhoneNumber(onChannelOf(text.to(), sender)), text.media());
    }

    private static String onChannelOf(Address to, String sender) {
        return sender.contains(":") ? sender : new Address(to.channel(), sender).value();
    }

    /** The SDK drops a parameter whose value is the text "null". */
    static String sendable(String body) {
        return body.equals("null") ? "null " : body;
    }
}
