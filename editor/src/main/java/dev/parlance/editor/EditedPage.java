package dev.parlance.editor;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An open page with its draft. Thread-safe: one request at a time, but for the check. */
final class EditedPage {
    private final SurveyFiles files;
    private final Draft draft;
    private final TextSizes sizes = new TextSizes();
    private PromptBook book;
    private @Nullable DraftView seen;
    private volatile @Nullable Checked checked;
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
        DraftView view = DraftView.of(files, draft, book, sizes);
        DraftView changed = view.since(seen);
        seen = view;
        return changed;
    }

    synchronized DraftView change(JsonNode change, @Nullable String place) {
        draft.change(Changes.made(files, draft.texts(), book, change), place);
        return view();
    }

    synchronized DraftView undo() {
        draft.undo();
        return view();
    }

    synchronized DraftView redo() {
        draft.redo();
        return view();
    }

    /** A part of the definition as it is written. */
    synchronized String raw(String place) {
        return JsonText.of(draft.texts().getOrDefault(files.definition(), "")).rawAt(JsonPointer.compile(place));
    }

    /** Checks the draft. Changes don't wait for it, since it takes longer than they do. */
    DraftCheck check() {
        Checked last = checked;
        Map<String, String> texts;
        PromptBook prompts;
        synchronized (this) {
            texts = draft.texts();
            prompts = book;
        }
        if (last == null || !last.texts.equals(texts)) {
            last = new Checked(texts, DraftCheck.of(files, texts, prompts));
            checked = last;
        }
        return last.check;
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
        return view();
    }

    synchronized void seenAt(Instant now) {
        lastSeen = now;
    }

    synchronized boolean wasSeenSince(Instant time) {
        return !lastSeen.isBefore(time);
    }

    /** What the check says about these files. */
    private record Checked(Map<String, String> texts, DraftCheck check) {}

    /** What another program has done with a file. */
    record DiskChange(FileDiff diff, boolean isDeleted, boolean isEditedHere, String text, Merge merge) {}
}
