package dev.parlance.account;

import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageReader;
import dev.parlance.Address;
import dev.parlance.outbound.SentText;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

/** Finds the texts that were sent to a person, also those that Twilio has only queued. */
final class SentTexts {
    private static final int PAGE = 20;

    private SentTexts() {}

    static List<SentText> to(TwilioApi api, Address person, Instant since) {
        MessageReader reader = Message.reader();
        reader.setTo(person.value());
        reader.pageSize(PAGE);
        return Pages.stream(api, "a page of the message log", reader, message -> message)
                .takeWhile(message -> isSince(message.getDateCreated(), since))
                .filter(message -> message.getDirection() == Message.Direction.OUTBOUND_API)
                .map(message ->
                        new SentText(message.getSid(), message.getDateCreated().toInstant()))
                .toList();
    }

    /** Twilio's times have no fractions of a second. */
    private static boolean isSince(ZonedDateTime created, Instant since) {
        return created.toEpochSecond() >= since.getEpochSecond();
    }
}
