package dev.parlance.survey.question;

import java.util.List;
import java.util.Optional;

/** What a person does in one turn. */
public sealed interface Input {
    /** Whether the person did anything at all. */
    default boolean isSilent() {
        return false;
    }

    /** What was typed, said or keyed in, without blanks around it; empty if nothing was. */
    default String words() {
        return "";
    }

    /** A text message. */
    static Input text(String body) {
        return new Text(body, List.of(), Optional.empty());
    }

    /** Keys that were pressed on a call. */
    static Input keys(String keys) {
        return new Keys(keys);
    }

    /** An offer that was tapped, by its {@link Offer#id}. */
    static Input choice(String offer) {
        return new Choice(offer);
    }

    /** Words that were recognised on a call, with the recogniser's confidence from 0 to 1. */
    static Input speech(String words, double confidence) {
        return new Speech(words, confidence);
    }

    /** Nothing came, on a call. */
    static Input silence() {
        return new Silence();
    }

    /** We contact the person, who has said nothing yet. */
    static Input contact() {
        return new Contact(true);
    }

    /** The person is there and has said nothing yet: a call begins. */
    static Input arrival() {
        return new Contact(false);
    }

    /**
     * A text message.
     *
     * @param body the words
     * @param media the URLs of pictures and other attachments
     * @param place the place that was shared
     */
    record Text(String body, List<String> media, Optional<Place> place) implements Input {
        /** Keeps the list as it is now. */
        public Text {
            media = List.copyOf(media);
        }

        @Override
        public String words() {
            return body.strip();
        }

        /** How long it is; never the words. */
        @Override
        public String toString() {
            return "Text[" + body.length() + " characters, " + media.size() + " media]";
        }
    }

    /** A button, or a line of a list, that was tapped: whatever it is called in the person's language. */
    record Choice(String offer) implements Input {
        /** Not which. */
        @Override
        public String toString() {
            return "Choice";
        }
    }

    /** Keys of a phone: digits, the star, the pound key. */
    record Keys(String keys) implements Input {
        @Override
        public String words() {
            return keys;
        }

        /** How many; never which. */
        @Override
        public String toString() {
            return "Keys[" + keys.length() + "]";
        }
    }

    /** Recognised words, and how sure the recogniser is, from 0 to 1. */
    record Speech(String words, double confidence) implements Input {
        /** How long, and how sure; never the words. */
        @Override
        public String toString() {
            return "Speech[" + words.length() + " characters, " + confidence + "]";
        }
    }

    /** A recording of what the person said. */
    record Recording(String sid, String url) implements Input {}

    /** The person neither spoke nor pressed a key. */
    record Silence() implements Input {
        @Override
        public boolean isSilent() {
            return true;
        }
    }

    /**
     * Something begins, and nothing was said yet.
     *
     * @param byUs whether we have contacted the person, of whom nothing was heard
     */
    record Contact(boolean byUs) implements Input {
        @Override
        public boolean isSilent() {
            return true;
        }
    }
}
