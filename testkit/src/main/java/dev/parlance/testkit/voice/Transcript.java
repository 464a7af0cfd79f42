package dev.parlance.testkit.voice;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A call as the person lived through it. */
public final class Transcript {
    private static final Set<Kind> DEEDS = EnumSet.of(Kind.KEYS, Kind.SPOKE, Kind.SILENCE, Kind.HANGUP);

    private final List<Line> lines = new ArrayList<>();
    private int lastDeed;

    /** What a line tells of. */
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
     * One thing that happened in the call.
     *
     * @param language the language of what was said, else the empty text
     * @param voice the voice that said it, else the empty text
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

    synchronized void add(Kind kind, String text) {
        lines.add(new Line(kind, text, "", ""));
        if (DEEDS.contains(kind)) {
            lastDeed = lines.size();
        }
    }

    synchronized void said(String text, String language, String voice) {
        lines.add(new Line(Kind.SAID, text, language, voice));
    }

    public synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    /** What was heard since the person last did something. */
    public synchronized List<Line> sinceLastDeed() {
        return List.copyOf(lines.subList(lastDeed, lines.size()));
    }

    @Override
    public String toString() {
        return lines().stream().map(Line::toString).collect(Collectors.joining("\n"));
    }
}
