package dev.parlance.bot;

/**
 * A part of a message's text: words, or somebody or something that is meant by them.
 *
 * <pre>{@code
 * reply.say(Part.person(message.author()), Part.words(" asked: see "), Part.link("https://docs.example.com", "the guide"));
 * }</pre>
 *
 * <p>What words say is said as it stands: nothing in them calls anybody or becomes a link by its spelling alone.
 */
public sealed interface Part {
    /** What a person reads in its place, where parts are not told apart. */
    String plain();

    /** Words. */
    static Part words(String text) {
        return new Words(text);
    }

    /** A person, who is told of it. */
    static Part person(String id) {
        return new Person(id, "");
    }

    /** A channel. */
    static Part channel(String id) {
        return new Channel(id, "");
    }

    /** A link with a text of its own. */
    static Part link(String url, String label) {
        return new Link(url, label);
    }

    /** All of a group, who are told of it: {@code here}, {@code channel}, {@code everyone}, or a group's id. */
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

    /** See {@link Part#person}. The name is empty where it is not told. */
    record Person(String id, String name) implements Part {
        @Override
        public String plain() {
            return "@" + (name.isEmpty() ? id : name);
        }
    }

    /** See {@link Part#channel}. The name is empty where it is not told. */
    record Channel(String id, String name) implements Part {
        @Override
        public String plain() {
            return "#" + (name.isEmpty() ? id : name);
        }
    }

    /** See {@link Part#link}. The label is empty where the URL itself is shown. */
    record Link(String url, String label) implements Part {
        @Override
        public String plain() {
            return label.isEmpty() ? url : label;
        }
    }

    /** See {@link Part#group}. The name is empty where it is not told. */
    record Group(String id, String name) implements Part {
        @Override
        public String plain() {
            return "@" + (name.isEmpty() ? id : name);
        }
    }
}
