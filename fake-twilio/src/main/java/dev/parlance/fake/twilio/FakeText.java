package dev.parlance.fake.twilio;

import dev.parlance.fake.twilio.world.Handset.Bubble;
import dev.parlance.prompt.SmsText;
import java.util.List;

/**
 * A text message as the person's phone shows it.
 *
 * @param from the sender
 * @param to the recipient
 * @param body the message body
 * @param media attached media
 * @param sid the message SID; empty for Twilio's own replies to STOP, START and HELP
 */
public record FakeText(String from, String to, String body, List<FakeMedia> media, String sid) {
    static FakeText of(String person, Bubble bubble) {
        List<FakeMedia> media = bubble.media().stream()
                .map(item -> FakeMedia.at(item.contentType(), item.url()))
                .toList();
        return bubble.mine()
                ? new FakeText(person, bubble.number(), bubble.body(), media, bubble.sid())
                : new FakeText(bubble.number(), person, bubble.body(), media, bubble.sid());
    }

    /** The number of segments, each of which Twilio bills. */
    public int segments() {
        return Math.max(1, SmsText.of(body).segments());
    }

    @Override
    public String toString() {
        String pictures = media.isEmpty() ? "" : " " + media;
        return from + " -> " + to + ": " + body + pictures;
    }
}
