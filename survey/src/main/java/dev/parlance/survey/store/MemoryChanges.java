package dev.parlance.survey.store;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The changes of a store in memory: the saves of each shelf in order. The store's lock guards it. */
final class MemoryChanges {
    private static final String SEPARATOR = "/";

    private final Map<String, Shelf> shelves = new HashMap<>();
    private long saves;

    private static final class Shelf {
        private final Map<String, Long> lastSaves = new HashMap<>();
        private final NavigableMap<Long, Document> inOrder = new TreeMap<>();
        private long deletions;
    }

    private Shelf shelf(String name) {
        return shelves.computeIfAbsent(name, any -> new Shelf());
    }

    void saved(Document document) {
        Shelf shelf = shelf(document.key().collection());
        saves++;
        Long before = shelf.lastSaves.put(document.key().id(), saves);
        if (before != null) {
            shelf.inOrder.remove(before);
        }
        shelf.inOrder.put(saves, document);
    }

    void deleted(Key key) {
        Shelf shelf = shelf(key.collection());
        Long last = shelf.lastSaves.remove(key.id());
        if (last != null) {
            shelf.inOrder.remove(last);
        }
        shelf.deletions++;
    }

    String mark(String shelf) {
        return mark(saves, shelf(shelf).deletions);
    }

    private static String mark(long save, long deletions) {
        return save + SEPARATOR + deletions;
    }

    Changes.Batch since(String shelf, String mark, int limit) {
        int end = mark.indexOf(SEPARATOR);
        long last = Long.parseLong(mark.substring(0, end));
        Shelf changed = shelf(shelf);
        List<Map.Entry<Long, Document>> found = changed.inOrder.tailMap(last, false).entrySet().stream()
                .limit(limit)
                .toList();
        Map<String, Long> versions = new LinkedHashMap<>();
        for (Map.Entry<Long, Document> save : found) {
            versions.put(save.getValue().key().id(), save.getValue().version());
            last = save.getKey();
        }
        boolean hasMore = found.size() == limit;
        boolean hasDeletions = changed.deletions != Long.parseLong(mark.substring(end + 1));
        return new Changes.Batch(versions, hasDeletions, hasMore, mark(last, changed.deletions));
    }
}
