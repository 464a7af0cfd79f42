package dev.parlance.fake.twilio.content;

import java.util.List;

/**
 * A list to pick one item from.
 *
 * @param button the text of the button that opens the list
 * @param items the items in order
 */
public record PickList(String button, List<ListItem> items) {
    public PickList {
        items = List.copyOf(items);
    }

    @Override
    public String toString() {
        return "[" + button + "] " + items;
    }
}
