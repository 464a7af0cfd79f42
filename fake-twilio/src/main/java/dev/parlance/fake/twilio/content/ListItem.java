package dev.parlance.fake.twilio.content;

/**
 * An item of a list.
 *
 * @param id what the webhook reports, as {@code ListId}
 * @param title the item's text
 * @param description the line below it; can be empty
 */
public record ListItem(String id, String title, String description) {
    @Override
    public String toString() {
        return title;
    }
}
