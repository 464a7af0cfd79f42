package dev.parlance.bot;

/**
 * A part of a message's text: plain words, or a reference to a person, channel, group or link.
 *
 * <pre>{@code
 * reply.say(Part.person(message.author()), Part.words(" asked: see "), Part.link("https://docs.example.com", "the guide"));
 * }</pre>
 *
 * <p>Words are always escaped: their content can't mention anyone or become a link.
 */
public sealed interface Part {
    /** The part as plain text. */
    String plain();

    /** Plain words. */
    static Part words(String text) {
        return new Words(text);
    }

    /** A mention of a person, which notifies them. */
    static Part person(String id) {
        return new Person(id, "");
    }

    /** A reference to a channel. */
    static Part channel(String id) {
        return new Channel(id, "");
    }

    /** A link with a label. */
    static Part link(String url, String label) {
        return new Link(url, label);
    }

    /** A mention of a group, which notifies its members: {@code here}, {@code channel}, {@code everyone}, or a group's id. */
    static Part group(String id) {
        return new Group(id, "");
    }

    /** See {@link Part#words}. */
    record Words(String text) implements Part {
        @Override
        public String plain() {
            return text;
        }
    }

    /** See {@link Part#person}. The name is empty if unknown. */
    record Person(String id, String name) implements Part {
        @Override
        public String plain() {
            return "@" + (name.isEmpty() ? id : name);
        }
    }

    /** See {@link Part#channel}. The name is empty if unknown. */
    record Channel(String id, String name) implements Part {
        @Override
        public String plain() {
            return "#" + (name.isEmpty() ? id : name);
        }
    }

    /** See {@link Part#link}. The label is empty if the URL itself is shown. */
    record Link(String url, String label) implements Part {
        @Override
        public String plain() {
            return label.isEmpty() ? url : label;
        }
    }

    /** See {@link Part#group}. The name is empty if unknown. */
    record Group(String id, String name) implements Part {
        @Override
        public String plain() {
            return "@" + (name.isEmpty() ? id : name);
        }
    }
}
