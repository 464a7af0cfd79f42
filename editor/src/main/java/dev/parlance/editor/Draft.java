package dev.parlance.editor;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The files of a survey as one page has them: with its changes, which can be undone. Not thread-safe. */
final class Draft {
    private static final int MOST_STEPS = 1_000;

    private Map<String, String> saved;
    private Map<String, String> texts;
    private final Deque<Map<String, String>> undo = new ArrayDeque<>();
    private final Deque<Map<String, String>> redo = new ArrayDeque<>();
    private @Nullable String typing;

    Draft(Map<String, String> saved) {
        this.saved = copied(saved);
        this.texts = this.saved;
    }

    private static Map<String, String> copied(Map<String, String> texts) {
        return Collections.unmodifiableMap(new TreeMap<>(texts));
    }

    /** The files with all changes. */
    Map<String, String> texts() {
        return texts;
    }

    /** The files as they were read or saved. */
    Map<String, String> saved() {
        return saved;
    }

    /**
     * Changes the files.
     *
     * @param place what is being typed, so that its letters are undone together; null for a change on its own
     */
    void change(Map<String, String> changed, @Nullable String place) {
        if (changed.equals(texts)) {
            return;
        }
        boolean isTyping = place != null && place.equals(typing) && !undo.isEmpty();
        if (!isTyping) {
            undo.push(texts);
            if (undo.size() > MOST_STEPS) {
                undo.removeLast();
            }
        }
        redo.clear();
        texts = copied(changed);
        typing = place;
    }

    boolean canUndo() {
        return !undo.isEmpty();
    }

    boolean canRedo() {
        return !redo.isEmpty();
    }

    void undo() {
        step(undo, redo);
    }

    void redo() {
        step(redo, undo);
    }

    private void step(Deque<Map<String, String>> from, Deque<Map<String, String>> to) {
        if (!from.isEmpty()) {
            to.push(texts);
            texts = from.pop();
            typing = null;
        }
    }

    /** The files that are not saved, by name. */
    Map<String, String> unsaved() {
        Map<String, String> unsaved = new TreeMap<>(texts);
        unsaved.entrySet().removeIf(file -> file.getValue().equals(saved.get(file.getKey())));
        return unsaved;
    }

    /** The files are on disk now. */
    void markSaved() {
        saved = texts;
        typing = null;
    }

    /** The files that differ on disk from what was read. */
    Set<String> changedOnDisk(Map<String, String> disk) {
        Set<String> names = new TreeSet<>(disk.keySet());
        names.addAll(saved.keySet());
        names.removeIf(name -> disk.containsKey(name) && disk.get(name).equals(saved.get(name)));
        return names;
    }

    /**
     * Takes over what a file has on disk.
     *
     * @param onDisk the file's text on disk; null if it was deleted
     * @param text the file's text from now on; null if it is to have none
     */
    void takeOver(String name, @Nullable String onDisk, @Nullable String text) {
        saved = copied(changed(saved, name, onDisk));
        change(changed(texts, name, text), null);
    }

    private static Map<String, String> changed(Map<String, String> texts, String name, @Nullable String text) {
        Map<String, String> changed = new TreeMap<>(texts);
        if (text == null) {
            changed.remove(name);
        } else {
            changed.put(name, text);
        }
        return changed;
    }
}
