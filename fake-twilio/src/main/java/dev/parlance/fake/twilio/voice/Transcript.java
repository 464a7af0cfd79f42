package dev.parlance.fake.twilio.voice;

import dev.parlance.fake.twilio.world.RealTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A call as the person experienced it. */
public final class Transcript {
    private static final Set<Kind> PERSON_ACTIONS = EnumSet.of(Kind.KEYS, Kind.SPOKE, Kind.SILENCE, Kind.HANGUP);

    private static final Set<Kind> HEARD = EnumSet.of(Kind.SAID, Kind.PLAYED, Kind.OTHER);

    private final List<Line> lines = new ArrayList<>();
    private int lastAction;
    private volatile @Nullable Transcript alsoHeardBy;

    /** The kinds of lines. */
    public enum Kind {
        /** A voice said something, in a language. */
        SAID,
        /** A sound was played. */
        PLAYED,
        /** Another person on the line spoke. */
        OTHER,
        /** The person pressed keys. */
        KEYS,
        /** The person spoke. */
        SPOKE,
        /** The person stayed silent. */
        SILENCE,
        /** The person hung up. */
        HANGUP,
        /** The call itself: it rang, was answered, was connected, ended. */
        CALL
    }

    /**
     * An event in the call.
     *
     * @param language the language of spoken text, otherwise empty
     * @param voice the voice of spoken text, otherwise empty
     */
    public record Line(Kind kind, String text, String language, String voice) {
        @Override
        public String toString() {
            return switch (kind) {
                case SAID -> "< " + text + "   (" + language + (voice.isEmpty() ? "" : ", " + voice) + ")";
                case PLAYED -> "< [plays " + text + "]";
                case OTHER -> "< [" + text + "]";
                case KEYS -> "> [presses " + text + "]";
                case SPOKE -> "> " + text;
                case SILENCE -> "> [stays silent]";
                case HANGUP -> "> [hangs up]";
                case CALL -> "- " + text;
            };
        }
    }

    void add(Kind kind, String text) {
        add(new Line(kind, text, "", ""));
    }

    void said(String text, String language, String voice) {
        add(new Line(Kind.SAID, text, language, voice));
    }

    private void add(Line line) {
        synchronized (this) {
            lines.add(line);
            if (PERSON_ACTIONS.contains(line.kind())) {
                lastAction = lines.size();
            }
            notifyAll();
        }
        Transcript other = alsoHeardBy;
        if (other != null && HEARD.contains(line.kind())) {
            other.add(line);
        }
    }

    /** What is heard here, and was so far, is heard there too. */
    void forwardTo(Transcript other) {
        lines().stream().filter(line -> HEARD.contains(line.kind())).forEach(other::add);
        alsoHeardBy = other;
    }

    public synchronized int size() {
        return lines.size();
    }

    /** Waits in real time until there are more lines than these. */
    public synchronized void awaitMoreThan(int seen, Duration limit) {
        RealTime.await(this, limit, () -> lines.size() > seen ? Optional.of(true) : Optional.empty());
    }

    public synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    /** The lines since the person's last action. */
    public synchronized List<Line> sinceLastAction() {
        return List.copyOf(lines.subList(lastAction, lines.size()));
    }

    @Override
    public String toString() {
        return lines().stream().map(Line::toString).collect(Collectors.joining("\n"));
    }
}
