package dev.parlance.spring.autoconfigure;

import dev.parlance.survey.MessengerSenders;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The senders of a survey or a desk on messengers.
 *
 * @param whatsapp the sender on WhatsApp, such as +15005550100; its webhook is /surveys/NAME/whatsapp
 * @param rcs the messaging service with a sender on RCS; its webhook is /surveys/NAME/rcs
 */
record MessengerProperties(
        @Nullable String whatsapp, @Nullable String rcs) {
    MessengerSenders senders() {
        return new MessengerSenders(Optional.ofNullable(whatsapp), Optional.ofNullable(rcs));
    }
}
