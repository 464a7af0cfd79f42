package dev.parlance.fake.twilio.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a message shows besides its body and media.
 *
 * @param header the line above the body; can be empty
 * @param footer the line below the body; can be empty
 * @param buttons the buttons below the message
 * @param list a list to pick from
 * @param cards the cards of a carousel
 */
public record Interactive(
        String header, String footer, List<Button> buttons, Optional<PickList> list, List<Card> cards) {
    /** Nothing: a plain message. */
    public static final Interactive NONE = new Interactive("", "", List.of(), Optional.empty(), List.of());

    public Interactive {
        buttons = List.copyOf(buttons);
        cards = List.copyOf(cards);
    }

    /** A message with these buttons. */
    public static Interactive of(List<Button> buttons) {
        return new Interactive("", "", buttons, Optional.empty(), List.of());
    }

    /** A message with this list. */
    public static Interactive of(PickList list) {
        return new Interactive("", "", List.of(), Optional.of(list), List.of());
    }

    public Interactive withHeader(String text) {
        return new Interactive(text, footer, buttons, list, cards);
    }

    public Interactive withFooter(String text) {
        return new Interactive(header, text, buttons, list, cards);
    }

    public Interactive withCards(List<Card> all) {
        return new Interactive(header, footer, buttons, list, all);
    }

    /** The buttons of the message and of its cards. */
    public List<Button> allButtons() {
        List<Button> all = new ArrayList<>(buttons);
        cards.forEach(card -> all.addAll(card.buttons()));
        return all;
    }

    /** The buttons or items in a line, for the message of a failed assertion; empty for a plain message. */
    @Override
    public String toString() {
        String shown = allButtons().stream().map(Button::toString).collect(Collectors.joining(" "));
        return list.map(PickList::toString).orElse(shown);
    }
}
