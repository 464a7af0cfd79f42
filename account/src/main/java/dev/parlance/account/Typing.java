package dev.parlance.account;

import com.twilio.rest.messaging.v2.TypingIndicator;
import dev.parlance.Address;

/** Shows that a reply is being prepared. */
final class Typing {
    private static final String WHATSAPP = "whatsapp";

    private Typing() {}

    static void show(TwilioApi api, Address person, String message) {
        if (person.channel().equals(WHATSAPP)) {
            api.change(
                    "a typing indicator",
                    client -> TypingIndicator.creator(TypingIndicator.Channel.WHATSAPP, message)
                            .create(client));
        }
    }
}
