package dev.parlance.outbound;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A message to store at Twilio: text, buttons or a list, in one language. WhatsApp can approve it as a template. Immutable: each
 * {@code with} method returns a new content.
 *
 * <pre>{@code
 * Content question = Content.quickReply("Are you there, {{1}}?", Content.Button.of("Yes", "y"), Content.Button.of("No", "n"))
 *         .withName("are_you_there")
 *         .withLanguage("en")
 *         .withSample("1", "Ana")
 *         .withText("Are you there, {{1}}? Reply YES or NO."); // for phones without buttons
 * }</pre>
 */
public final class Content {
    private final Shape shape;
    private final String name;
    private final String language;
    private final Map<String, String> samples;
    private final Optional<String> text;

    /** A button that replies with its title. The webhook reports its ID. */
    public record Button(String title, String id) {
        public static Button of(String title, String id) {
            return new Button(title, id);
        }
    }

    /** An item of a list. The webhook reports its ID. The description can be empty. */
    public record Item(String title, String id, String description) {
        public static Item of(String title, String id) {
            return new Item(title, id, "");
        }
    }

    /** What the richest channel shows. */
    private record Shape(String body, List<Button> buttons, String listButton, List<Item> items) {}

    private Content(Shape shape, String name, String language, Map<String, String> samples, Optional<String> text) {
        this.shape = shape;
        this.name = name;
        this.language = language;
        this.samples = samples;
        this.text = text;
    }

    private static Content of(Shape shape) {
        return new Content(shape, "", "en", Map.of(), Optional.empty());
    }

    /** A text, with placeholders such as <code>{{1}}</code>. */
    public static Content text(String body) {
        return of(new Shape(body, List.of(), "", List.of()));
    }

    /** A text with up to 10 buttons. WhatsApp shows more than 3 only in an approved template. */
    public static Content quickReply(String body, Button... buttons) {
        return of(new Shape(body, List.of(buttons), "", List.of()));
    }

    /**
     * A text with a list of up to 10 items, for WhatsApp within 24 hours of the person's last message.
     *
     * @param button the title of the button that opens the list
     */
    public static Content list(String body, String button, Item... items) {
        return of(new Shape(body, List.of(), button, List.of(items)));
    }

    /** The friendly name. */
    public Content withName(String newName) {
        return new Content(shape, newName, language, samples, text);
    }

    /** The language's code. Default: {@code en}. */
    public Content withLanguage(String code) {
        return new Content(shape, name, code, samples, text);
    }

    /** A sample for a placeholder, and its default value. WhatsApp approves no template without samples. */
    public Content withSample(String placeholder, String value) {
        Map<String, String> more = new LinkedHashMap<>(samples);
        more.put(placeholder, value);
        return new Content(shape, name, language, Collections.unmodifiableMap(more), text);
    }

    /** The text for phones and channels that don't show the buttons or the list. */
    public Content withText(String body) {
        return new Content(shape, name, language, samples, Optional.of(body));
    }

    /** The text above the buttons or the list, with placeholders. */
    public String body() {
        return shape.body();
    }

    /** The buttons; can be empty. */
    public List<Button> buttons() {
        return shape.buttons();
    }

    /** The title of the button that opens the list; empty without a list. */
    public String listButton() {
        return shape.listButton();
    }

    /** The items of the list; can be empty. */
    public List<Item> items() {
        return shape.items();
    }

    /** The text for phones and channels that don't show the buttons or the list. */
    public Optional<String> text() {
        return text;
    }

    /** The friendly name; empty without one. */
    public String name() {
        return name;
    }

    /** The language's code. */
    public String language() {
        return language;
    }

    /** The samples by placeholder. */
    public Map<String, String> samples() {
        return samples;
    }

    /**
     * How a phone shows it, in lines of text, and what stands for the placeholders:
     *
     * <pre>
     * are_you_there (en)
     *   | Are you there, {{1}}?
     *   [ Yes ]
     *   [ No ]
     *   {{1}} is such as "Ana"
     * </pre>
     */
    public String preview() {
        return ContentPreview.of(this);
    }

    private List<Object> values() {
        return List.of(shape, name, language, samples, text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Content that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return "Content[" + name + ", " + language + "]";
    }
}
