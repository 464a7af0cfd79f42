package dev.parlance.survey.question;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a respondent does in one turn. */
public sealed interface Input {
    /** Whether the respondent did nothing. */
    default boolean isSilent() {
        return false;
    }

    /** The typed, spoken or keyed text without surrounding blanks; can be empty. */
    default String words() {
        return "";
    }

    /** A text message. */
    static Input text(String body) {
        return new Text(body, List.of(), Optional.empty());
    }

    /** Keys pressed on a call. */
    static Input keys(String keys) {
        return new Keys(keys);
    }

    /** A tapped offer, by its {@link AnswerOption#id}. */
    static Input choice(String offer) {
        return new Choice(offer);
    }

    /** A filled-in form, with the values of each field. A field answers the question with its name. */
    static Input form(Map<String, List<String>> fields) {
        return new Form(fields);
    }

    /** Speech recognized on a call, with the recognizer's confidence from 0 to 1. */
    static Input speech(String words, double confidence) {
        return new Speech(words, confidence);
    }

    /** Silence on a call. */
    static Input silence() {
        return new Silence();
    }

    /** The survey contacts the respondent, who has not said anything yet. */
    static Input contact() {
        return new Contact(true);
    }

    /** The respondent called and has not said anything yet. */
    static Input arrival() {
        return new Contact(false);
    }

    /** A call comes back from an agent. */
    static Input handOverEnded(boolean wasTaken) {
        return new HandOverEnded(wasTaken);
    }

    /**
     * A text message.
     *
     * @param body the text
     * @param media pictures and other attachments
     * @param coordinates the shared location
     */
    record Text(String body, List<Attachment> media, Optional<Coordinates> coordinates) implements Input {
        /** Copies the list. */
        public Text {
            media = List.copyOf(media);
        }

        @Override
        public String words() {
            return body.strip();
        }

        /** The length only, never the words. */
        @Override
        public String toString() {
            return "Text[" + body.length() + " characters, " + media.size() + " media]";
        }
    }

    /**
     * A file that came with a message.
     *
     * @param url where it is
     * @param contentType what it is, such as {@code image/jpeg}
     */
    record Attachment(URI url, String contentType) {
        /** The type only, never the address. */
        @Override
        public String toString() {
            return "Attachment[" + contentType + "]";
        }
    }

    /** A tapped button or list entry, whatever its label in the respondent's language. */
    record Choice(String option) implements Input {
        /** Only the type, never the offer. */
        @Override
        public String toString() {
            return "Choice";
        }
    }

    /**
     * A filled-in form, such as a WhatsApp Flow.
     *
     * @param fields the values of each field, by the name of the question that it answers: words, or the ids of options
     */
    record Form(Map<String, List<String>> fields) implements Input {
        /** Copies the map. */
        public Form {
            fields = Map.copyOf(fields);
        }

        /** The number of fields, never their values. */
        @Override
        public String toString() {
            return "Form[" + fields.size() + " fields]";
        }
    }

    /** Keys of a phone: digits, star and pound. */
    record Keys(String keys) implements Input {
        @Override
        public String words() {
            return keys;
        }

        /** The number of keys, never the keys. */
        @Override
        public String toString() {
            return "Keys[" + keys.length() + "]";
        }
    }

    /** Recognized words, with the recognizer's confidence from 0 to 1. */
    record Speech(String words, double confidence) implements Input {
        /** The length and the confidence, never the words. */
        @Override
        public String toString() {
            return "Speech[" + words.length() + " characters, " + confidence + "]";
        }
    }

    /** A recording of what the respondent said. */
    record Recording(String sid, String url) implements Input {}

    /** The respondent neither spoke nor pressed a key. */
    record Silence() implements Input {
        @Override
        public boolean isSilent() {
            return true;
        }
    }

    /**
     * A call comes back from an agent.
     *
     * @param wasTaken whether somebody took the call
     */
    record HandOverEnded(boolean wasTaken) implements Input {
        @Override
        public boolean isSilent() {
            return true;
        }
    }

    /**
     * The start of a conversation, before the respondent has said anything.
     *
     * @param byUs whether the survey contacted the respondent, not the other way round
     */
    record Contact(boolean byUs) implements Input {
        @Override
        public boolean isSilent() {
            return true;
        }
    }
}
