package dev.parlance.editor;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An open page with its draft. Thread-safe: one request at a time. */
final class EditedPage {
    private final SurveyFiles files;
    private final Draft draft;
    private PromptBook book;
    private Map<String, String> seen = Map.of();
    private @Nullable DraftCheck check;
    private Instant lastSeen;

    EditedPage(SurveyFiles files, Instant now) {
        this.files = files;
        this.draft = new Draft(files.read());
        this.book = PromptBook.of(files, draft.texts());
        this.lastSeen = now;
    }

    /** What has changed since the last view. */
    synchronized DraftView view() {
        book = book.with(draft.texts());
        DraftView view = DraftView.of(files, seen, draft, book);
        seen = draft.texts();
        return view;
    }

    synchronized DraftView change(JsonNode change, @Nullable String place) {
        draft.change(Changes.made(files, draft.texts(), book, change), place);
        return changed();
    }

    synchronized DraftView undo() {
        draft.undo();
        return changed();
    }

    synchronized DraftView redo() {
        draft.redo();
        return changed();
    }

    private DraftView changed() {
        check = null;
        return view();
    }

    /** A part of the definition as it is written. */
    synchronized String raw(String place) {
        return JsonText.of(draft.texts().getOrDefault(files.definition(), "")).rawAt(JsonPointer.compile(place));
    }

    synchronized DraftCheck check() {
        DraftCheck found = check;
        if (found == null) {
            found = DraftCheck.of(files, draft, book);
            check = found;
        }
        return found;
    }

    /** The differences between what was read and what is to be saved. */
    synchronized List<FileDiff> unsaved() {
        List<FileDiff> diffs = new ArrayList<>();
        draft.unsaved()
                .forEach((name, text) ->
                        diffs.add(FileDiff.of(name, draft.saved().getOrDefault(name, ""), text)));
        return diffs;
    }

    /** Saves what was shown. */
    synchronized void save() {
        files.write(draft.saved(), draft.unsaved());
        draft.markSaved();
    }

    /** The files that another program has changed. */
    synchronized List<String> changedOnDisk() {
        return List.copyOf(draft.changedOnDisk(files.read()));
    }

    /** What another program has changed in a file, and what becomes of it together with the changes of this page. */
    synchronized DiskChange onDisk(String name) {
        files.requireOwn(name);
        String base = draft.saved().getOrDefault(name, "");
        String mine = draft.texts().getOrDefault(name, "");
        String disk = files.read().get(name);
        String text = disk == null ? "" : disk;
        return new DiskChange(
                FileDiff.of(name, base, text),
                disk == null,
                !mine.equals(base),
                text,
                disk == null ? new Merge(mine, 0) : Merge.of(base, mine, text));
    }

    /**
     * Takes over what a file has on disk.
     *
     * @param onDisk the text on disk that the person has seen; null if the file was deleted
     * @param text the file's text from now on; null if it is that on disk
     */
    synchronized DraftView takeOver(String name, @Nullable String onDisk, @Nullable String text) {
        files.requireOwn(name);
        String now = files.read().get(name);
        if (now == null ? onDisk != null : !now.equals(onDisk)) {
            throw new EditException(name + " has changed again. Look at it once more.");
        }
        draft.takeOver(name, onDisk, text == null ? onDisk : text);
        return changed();
    }

    synchronized void seenAt(Instant now) {
        lastSeen = now;
    }

    synchronized boolean wasSeenSince(Instant time) {
        return !lastSeen.isBefore(time);
    }

    /** What another program has done with a file. */
    record DiskChange(FileDiff diff, boolean isDeleted, boolean isEditedHere, String text, Merge merge) {}
}
