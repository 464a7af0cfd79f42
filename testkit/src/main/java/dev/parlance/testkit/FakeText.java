package dev.parlance.testkit;

import dev.parlance.prompt.SmsText;
import dev.parlance.testkit.world.Handset.Bubble;
import java.util.List;

/**
 * A text as a person has it on the phone.
 *
 * @param from who sent it
 * @param to whom it was sent to
 * @param body the text itself
 * @param media its pictures
 * @param sid the message's SID; the empty text for what Twilio itself answered to STOP or HELP
 */
public record FakeText(String from, String to, String body, List<FakeMedia> media, String sid) {
    static FakeText of(String person, Bubble bubble) {
        List<FakeMedia> media = bubble.media().stream()
                .map(some -> FakeMedia.at(some.contentType(), some.url()))
                .toList();
        return bubble.mine()
                ? new FakeText(person, bubble.number(), bubble.body(), media, bubble.sid())
                : new FakeText(bubble.number(), person, bubble.body(), media, bubble.sid());
    }

    /** In how many pieces it travels, each of which is paid for. */
    public int segments() {
        return Math.max(1, SmsText.of(body).segments());
    }

    @Override
    public String toString() {
        String pictures = media.isEmpty() ? "" : " " + media;
        return from + " -> " + to + ": " + body + pictures;
    }
}
