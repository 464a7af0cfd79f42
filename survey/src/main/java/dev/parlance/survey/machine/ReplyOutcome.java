package dev.parlance.survey.machine;

import dev.parlance.survey.question.Value;
import java.util.List;
import java.util.stream.Collectors;

/** What a survey makes of one reply to one question. */
public sealed interface ReplyOutcome {
    /** The reply is accepted as this answer. */
    record Read(Value value) implements ReplyOutcome {
        @Override
        public String toString() {
            return "read " + joined(value);
        }
    }

    /** The person is asked whether they mean this. */
    record Confirm(Value value) implements ReplyOutcome {
        @Override
        public String toString() {
            return "confirm " + joined(value);
        }
    }

    /** The person is asked which of these they mean. */
    record Which(List<Value> values) implements ReplyOutcome {
        /** Copies the list. */
        public Which {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return values.stream().map(ReplyOutcome::joined).collect(Collectors.joining("|", "which ", ""));
        }
    }

    /** The question is asked again. */
    record Again() implements ReplyOutcome {
        @Override
        public String toString() {
            return "again";
        }
    }

    /** The reply is a command, such as {@code STOP}, {@code HELP} or {@code BACK}. */
    record Command(String name) implements ReplyOutcome {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The person switches to this language. */
    record Switch(String language) implements ReplyOutcome {
        @Override
        public String toString() {
            return "LANG:" + language;
        }
    }

    private static String joined(Value value) {
        return String.join(",", value.parts());
    }
}
