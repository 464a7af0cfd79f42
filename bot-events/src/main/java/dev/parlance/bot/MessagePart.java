package dev.parlance.bot;

/**
 * A part of a message's text: plain words, or a reference to a person, channel, group or link.
 *
 * <pre>{@code
 * reply.post(MessagePart.text("See "), MessagePart.link("https://docs.example.com", "the guide"));
 * }</pre>
 *
 * <p>Words are always escaped: their content can't mention anyone or become a link.
 */
public sealed interface MessagePart {
    /** The part as plain text. */
    String plain();

    /** Plain words. */
    static MessagePart text(String text) {
        return new Text(text);
    }

    /** A mention of a person, which notifies them. */
    static MessagePart person(String id) {
        return new Person(id, "");
    }

    /** A reference to a channel. */
    static MessagePart channel(String id) {
        return new Channel(id, "");
    }

    /** A link with a label. */
    static MessagePart link(String url, String label) {
        return new Link(url, label);
    }

    /** A mention of a group, which notifies its members: {@code here}, {@code channel}, {@code everyone}, or a group's id. */
    static MessagePart group(String id) {
        return new Group(id, "");
    }

    /** See {@link MessagePart#text}. */
    record Text(String text) implements MessagePart {
        @Override
        public String plain() {
            return text;
        }
    }

    /** See {@link MessagePart#person}. The name is empty if unknown. */
    record Person(String id, String name) implements MessagePart {
        @Override
        public String plain() {
            return "@" + (name.isEmpty() ? id : name);
        }
    }

    /** See {@link MessagePart#channel}. The name is empty if unknown. */
    record Channel(String id, String name) implements MessagePart {
        @Override
        public String plain() {
            return "#" + (name.isEmpty() ? id : name);
        }
    }

    /** See {@link MessagePart#link}. The label is empty if the URL itself is shown. */
    record Link(String url, String label) implements MessagePart {
        @Override
        public String plain() {
            return label.isEmpty() ? url : label;
        }
    }

    /** See {@link MessagePart#group}. The name is empty if unknown. */
    record Group(String id, String name) implements MessagePart {
        @Override
        public String plain() {
            return "@" + (name.isEmpty() ? id : name);
        }
    }
}
