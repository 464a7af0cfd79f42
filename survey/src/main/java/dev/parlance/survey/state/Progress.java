package dev.parlance.survey.state;

import dev.parlance.survey.session.Answer;
import dev.parlance.survey.session.Disposition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The progress of a session. Immutable. */
public final class Progress {
    private final Disposition disposition;
    private final Stage stage;
    private final String at;
    private final int attempts;
    private final int turn;
    private final int askedTurn;
    private final String channel;
    private final List<String> path;
    private final List<Answer> unsure;
    private final @Nullable Answer chosen;
    private final boolean reacted;
    private final @Nullable Instant started;
    private final @Nullable Instant asked;
    private final @Nullable Instant contacted;
    private final @Nullable Instant openSince;
    private final int timeOuts;
    private final @Nullable Instant ended;

    private Progress(Edit edit) {
        this.disposition = edit.disposition;
        this.stage = edit.stage;
        this.at = edit.at;
        this.attempts = edit.attempts;
        this.turn = edit.turn;
        this.askedTurn = edit.askedTurn;
        this.channel = edit.channel;
        this.path = List.copyOf(edit.path);
        this.unsure = List.copyOf(edit.unsure);
        this.chosen = edit.chosen;
        this.reacted = edit.reacted;
        this.started = edit.started;
        this.asked = edit.asked;
        this.contacted = edit.contacted;
        this.openSince = edit.openSince;
        this.timeOuts = edit.timeOuts;
        this.ended = edit.ended;
    }

    /** The progress of a new session. */
    public static Progress begin(String channel) {
        Edit edit = new Edit();
        edit.channel = channel;
        return edit.progress();
    }

    /** A copy with this change. */
    public Progress with(Consumer<Edit> change) {
        Edit edit = new Edit(this);
        change.accept(edit);
        return edit.progress();
    }

    /** A mutable copy for changes. */
    public static final class Edit {
        public Disposition disposition = Disposition.NOT_STARTED;
        public Stage stage = Stage.NEW;
        public String at = "";
        public int attempts;
        public int turn;
        public int askedTurn;
        public String channel = "";
        public List<String> path = List.of();
        public List<Answer> unsure = List.of();
        public boolean reacted;

        @Nullable
        public Answer chosen;

        @Nullable
        public Instant started;

        @Nullable
        public Instant asked;

        @Nullable
        public Instant contacted;

        @Nullable
        public Instant openSince;

        public int timeOuts;

        @Nullable
        public Instant ended;

        Edit() {}

        private Edit(Progress progress) {
            this.disposition = progress.disposition;
            this.stage = progress.stage;
            this.at = progress.at;
            this.attempts = progress.attempts;
            this.turn = progress.turn;
            this.askedTurn = progress.askedTurn;
            this.channel = progress.channel;
            this.path = progress.path;
            this.unsure = progress.unsure;
            this.chosen = progress.chosen;
            this.reacted = progress.reacted;
            this.started = progress.started;
            this.asked = progress.asked;
            this.contacted = progress.contacted;
            this.openSince = progress.openSince;
            this.timeOuts = progress.timeOuts;
            this.ended = progress.ended;
        }

        Progress progress() {
            return new Progress(this);
        }
    }

    /** The disposition, in the terms of survey research. */
    public Disposition disposition() {
        return disposition;
    }

    /** What the session waits for. */
    public Stage stage() {
        return stage;
    }

    /** The question that was asked last. */
    public String question() {
        return at;
    }

    /** The number of invalid answers to it so far. */
    public int attempts() {
        return attempts;
    }

    /** The number of turns so far. */
    public int turn() {
        return turn;
    }

    /** The turn in which the last question was asked. */
    public int askedTurn() {
        return askedTurn;
    }

    /** The name of the channel used last. */
    public String channel() {
        return channel;
    }

    /** The answered questions, in order, so that the person can go back. */
    public List<String> path() {
        return path;
    }

    /** The candidate answers that need confirmation. */
    public List<Answer> unconfirmed() {
        return unsure;
    }

    /** The answer that the person is asked to specify in words, such as "other". */
    public Optional<Answer> chosen() {
        return Optional.ofNullable(chosen);
    }

    /** Whether the person has reacted since the last outgoing call or text. */
    public boolean hasResponded() {
        return reacted;
    }

    /** When the person first responded. */
    public Optional<Instant> started() {
        return Optional.ofNullable(started);
    }

    /** When the last question was asked. */
    public Optional<Instant> asked() {
        return Optional.ofNullable(asked);
    }

    /** When the person was first contacted, or first came. */
    public Optional<Instant> contacted() {
        return Optional.ofNullable(contacted);
    }

    /** When the last question was asked for the first time. Its time limit counts from then. */
    public Optional<Instant> openSince() {
        return Optional.ofNullable(openSince);
    }

    /** How many questions in a row ran out of time without a word from the person. */
    public int timeOuts() {
        return timeOuts;
    }

    /** When the session ended. */
    public Optional<Instant> ended() {
        return Optional.ofNullable(ended);
    }

    private List<Object> parts() {
        return List.of(
                disposition,
                stage,
                at,
                attempts,
                turn,
                askedTurn,
                channel,
                path,
                unsure,
                chosen(),
                reacted,
                started(),
                asked(),
                contacted(),
                openSince(),
                timeOuts,
                ended());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Progress progress && parts().equals(progress.parts()));
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    /** The progress, without any answers. */
    @Override
    public String toString() {
        return "Progress[" + disposition + ", " + stage + " " + at + ", turn " + turn + "]";
    }
}
