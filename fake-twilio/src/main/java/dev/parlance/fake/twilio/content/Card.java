package dev.parlance.fake.twilio.content;

import java.util.List;

/**
 * A card of a carousel.
 *
 * @param title the heading; can be empty
 * @param body the text below it
 * @param media the URL of its picture or video; can be empty
 * @param buttons its buttons
 */
public record Card(String title, String body, String media, List<Button> buttons) {
    public Card {
        buttons = List.copyOf(buttons);
    }
}
