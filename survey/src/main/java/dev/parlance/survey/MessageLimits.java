package dev.parlance.survey;

import dev.parlance.Address;
import dev.parlance.outbound.TextMessage;
import dev.parlance.prompt.SmsText;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * How many pictures a message can carry.
 *
 * @param pictures the most pictures of one message
 * @param caption the longest text of a message with a picture
 */
record MessageLimits(int pictures, int caption) {
    /** MMS. */
    static final MessageLimits TEXT = new MessageLimits(10, SmsText.MAX_LENGTH);
    /** WhatsApp and RCS. */
    static final MessageLimits MESSENGER = new MessageLimits(1, 1_024);

    private static final int MOST_PICTURES = 10;

    /** The messages with these texts and pictures. The pictures come with the last text, or right before it. */
    List<TextMessage> messages(Address person, List<String> texts, List<URI> all) {
        List<URI> left = all.subList(0, Math.min(all.size(), MOST_PICTURES));
        int last = texts.size() - 1;
        List<TextMessage> messages = new ArrayList<>();
        texts.stream().limit(Math.max(0, last)).forEach(text -> messages.add(TextMessage.to(person, text)));
        boolean isCaption = last >= 0 && texts.get(last).length() <= caption;
        while (left.size() > (isCaption ? pictures : 0)) {
            int next = Math.min(pictures, left.size());
            messages.add(TextMessage.to(person, "", left.subList(0, next)));
            left = left.subList(next, left.size());
        }
        if (last >= 0) {
            messages.add(TextMessage.to(person, texts.get(last), left));
        }
        return messages;
    }
}
