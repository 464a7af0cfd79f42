package dev.parlance.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.Address;
import dev.parlance.outbound.TextMessage;
import dev.parlance.prompt.SmsText;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.words.OneLine;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message for a messenger, as it is kept in the session until it is sent.
 *
 * @param body the text; without a menu it can be empty
 * @param pictures the URLs of pictures, which messengers don't show beside a menu
 * @param text with a menu: the text with numbered options, for phones without menus
 * @param menu what can be tapped; empty without a menu
 * @param status where its status is reported; empty if nobody wants to know
 */
record MessengerMessage(String body, List<URI> pictures, String text, Optional<Menu> menu, Optional<URI> status) {
    /** The longest text above a menu. */
    private static final int LONGEST_BODY = 1_024;

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The messages of a turn whose last one has a menu. The words above a menu are a variable of its content, which can't have line
     * breaks, tabs or several blanks, so the lines before the last one are a message without a menu, which also carries the pictures.
     */
    static List<MessengerMessage> of(Rendering turn, Menu menu) {
        String all =
                String.join("\n", TextMessages.of(turn.writtenWithMenu().all())).strip();
        int lastLine = all.lastIndexOf('\n') + 1;
        List<String> last = split(all.substring(lastLine), LONGEST_BODY);
        List<String> before = new ArrayList<>(split(all.substring(0, lastLine).strip(), SmsText.MAX_LENGTH));
        before.addAll(last.subList(0, last.size() - 1));
        List<URI> pictures = turn.pictures().stream().map(URI::create).toList();
        List<MessengerMessage> messages = new ArrayList<>();
        MessageLimits.MESSENGER
                .messages(turn.session().respondent(), before, pictures)
                .forEach(message -> messages.add(plain(message)));
        String body = last.get(last.size() - 1);
        messages.add(new MessengerMessage(
                OneLine.of(body), List.of(), textInstead(turn, all, body), Optional.of(menu), Optional.empty()));
        return messages;
    }

    /** The text above a menu with its options in words: what a phone without menus gets after the messages before. */
    private static String textInstead(Rendering turn, String all, String body) {
        String written = String.join("\n", turn.messages());
        boolean isOneText = written.startsWith(all) && all.endsWith(body);
        return OneLine.of(isOneText ? written.substring(all.length() - body.length()) : written, SmsText.MAX_LENGTH);
    }

    private static List<String> split(String text, int longest) {
        if (text.isEmpty()) {
            return List.of();
        }
        return text.length() <= longest ? List.of(text) : SmsText.split(text, longest);
    }

    static MessengerMessage plain(TextMessage message) {
        return new MessengerMessage(message.body(), message.media(), "", Optional.empty(), Optional.empty());
    }

    MessengerMessage withStatus(Optional<URI> url) {
        return new MessengerMessage(body, pictures, text, menu, url);
    }

    /** The message to send. */
    TextMessage to(Address person, MenuContents contents) {
        TextMessage message = content(person, contents);
        return status.map(message::withStatusCallback).orElse(message);
    }

    private TextMessage content(Address person, MenuContents contents) {
        return menu.isEmpty()
                ? TextMessage.to(person, body, pictures)
                : TextMessage.content(person, contents.sid(menu.get()), MenuContents.values(menu.get(), body, text));
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(new Stored(
                    body,
                    pictures,
                    text,
                    menu.map(Menu::items).orElse(List.of()),
                    menu.map(Menu::opens).orElse(""),
                    status.orElse(null)));
        } catch (JsonProcessingException e) {
            throw new SurveyException("Could not write a message", e);
        }
    }

    static MessengerMessage fromJson(String json) {
        try {
            Stored stored = JSON.readValue(json, Stored.class);
            Optional<Menu> menu =
                    stored.items().isEmpty() ? Optional.empty() : Optional.of(new Menu(stored.items(), stored.opens()));
            return new MessengerMessage(
                    stored.body(), stored.pictures(), stored.text(), menu, Optional.ofNullable(stored.status()));
        } catch (JsonProcessingException e) {
            throw new SurveyException("A message in the store can't be read", e);
        }
    }

    /** The fields in JSON. */
    private record Stored(
            String body,
            List<URI> pictures,
            String text,
            List<Menu.Item> items,
            String opens,
            @Nullable URI status) {}
}
