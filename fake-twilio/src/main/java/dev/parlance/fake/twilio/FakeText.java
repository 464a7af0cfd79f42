package dev.parlance.fake.twilio;

import dev.parlance.fake.twilio.content.Button;
import dev.parlance.fake.twilio.content.Interactive;
import dev.parlance.fake.twilio.content.PickList;
import dev.parlance.fake.twilio.world.Handset.Bubble;
import dev.parlance.prompt.SmsText;
import java.util.List;
import java.util.Optional;

/**
 * A text message as the person's phone shows it.
 *
 * @param from the sender
 * @param to the recipient
 * @param body the message body
 * @param media attached media
 * @param sid the message SID; empty for Twilio's own replies to STOP, START and HELP
 * @param content buttons, a list or cards, on channels that have them
 */
public record FakeText(String from, String to, String body, List<FakeMedia> media, String sid, Interactive content) {
    static FakeText of(String person, Bubble bubble) {
        List<FakeMedia> media = bubble.media().stream()
                .map(item -> FakeMedia.at(item.contentType(), item.url()))
                .toList();
        return bubble.mine()
                ? new FakeText(person, bubble.number(), bubble.body(), media, bubble.sid(), bubble.content())
                : new FakeText(bubble.number(), person, bubble.body(), media, bubble.sid(), bubble.content());
    }

    /** The number of segments, each of which Twilio bills. */
    public int segments() {
        return Math.max(1, SmsText.of(body).segments());
    }

    /** The buttons below the message; empty for a plain text. */
    public List<Button> buttons() {
        return content.buttons();
    }

    /** The list to pick from, if the message has one. */
    public Optional<PickList> list() {
        return content.list();
    }

    /** The line above the body; empty without one. */
    public String header() {
        return content.header();
    }

    /** The line below the body; empty without one. */
    public String footer() {
        return content.footer();
    }

    @Override
    public String toString() {
        String pictures = media.isEmpty() ? "" : " " + media;
        String offers = content.toString();
        return from + " -> " + to + ": " + body + pictures + (offers.isEmpty() ? "" : " " + offers);
    }
}
