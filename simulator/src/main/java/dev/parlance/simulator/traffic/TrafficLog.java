package dev.parlance.simulator.traffic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

/**
 * The latest traffic, in order of beginning. Forgets the oldest entries when there are too many, or when they are too large.
 * Each change has a number too, so that a page can ask for what has changed since its last question. Thread-safe.
 */
public final class TrafficLog {
    static final int MAX_ENTRIES = 20_000;
    static final long MAX_BYTES = 96 << 20;

    private final String run = UUID.randomUUID().toString();
    private final int maxEntries;
    private final long maxBytes;
    private final NavigableMap<Long, Kept> kept = new TreeMap<>();
    private final NavigableMap<Long, Long> changes = new TreeMap<>();
    private final Map<String, TreeSet<Long>> bySid = new HashMap<>();
    private long lastNumber;
    private long lastChange;
    private long bytes;
    private volatile Runnable listener = () -> {};

    private record Kept(Entry entry, long change, String searched) {
        long bytes() {
            return entry.size() + searched.length();
        }
    }

    /**
     * A part of the log.
     *
     * @param change the number of the last change that it contains
     * @param first the number of the oldest entry that the log still has
     * @param total how many entries the log has
     */
    public record Part(String run, long change, long first, int total, List<Entry> entries) {
        /** Copies the entries. */
        public Part {
            entries = List.copyOf(entries);
        }
    }

    public TrafficLog() {
        this(MAX_ENTRIES, MAX_BYTES);
    }

    TrafficLog(int maxEntries, long maxBytes) {
        this.maxEntries = maxEntries;
        this.maxBytes = maxBytes;
    }

    /** Sets who is notified after each change. */
    public void onChange(Runnable newListener) {
        listener = newListener;
    }

    /** Adds an entry, made for its number. */
    long add(LongFunction<Entry> create) {
        long number;
        synchronized (this) {
            number = ++lastNumber;
            keep(create.apply(number));
            forgetOldest();
        }
        listener.run();
        return number;
    }

    /** Changes an entry, unless it has been forgotten. */
    void change(long number, UnaryOperator<Entry> change) {
        synchronized (this) {
            Kept before = kept.get(number);
            if (before == null) {
                return;
            }
            drop(before);
            keep(change.apply(before.entry()));
            forgetOldest();
        }
        listener.run();
    }

    private void keep(Entry entry) {
        Kept added = new Kept(entry, ++lastChange, SearchText.of(entry));
        kept.put(entry.number(), added);
        changes.put(added.change(), entry.number());
        bytes += added.bytes();
        entry.subject()
                .sids()
                .forEach(sid ->
                        bySid.computeIfAbsent(sid, any -> new TreeSet<>()).add(entry.number()));
    }

    private void drop(Kept dropped) {
        long number = dropped.entry().number();
        kept.remove(number);
        changes.remove(dropped.change());
        bytes -= dropped.bytes();
        dropped.entry()
                .subject()
                .sids()
                .forEach(sid -> bySid.computeIfPresent(sid, (any, numbers) -> {
                    numbers.remove(number);
                    return numbers.isEmpty() ? null : numbers;
                }));
    }

    private void forgetOldest() {
        while (kept.size() > 1 && (kept.size() > maxEntries || bytes > maxBytes)) {
            drop(kept.firstEntry().getValue());
        }
    }

    /** Forgets all entries. Their numbers are not used again. */
    public void clear() {
        synchronized (this) {
            List.copyOf(kept.values()).forEach(this::drop);
            lastChange++;
        }
        listener.run();
    }

    public synchronized Optional<Entry> find(long number) {
        return Optional.ofNullable(kept.get(number)).map(Kept::entry);
    }

    /** The newest entries, oldest first. */
    public synchronized Part last(int count) {
        return part(lastChange, before(Long.MAX_VALUE, count));
    }

    /** The entries before one, oldest first. */
    public synchronized List<Entry> before(long number, int count) {
        List<Entry> entries = new ArrayList<>();
        for (Kept each : kept.headMap(number, false).descendingMap().values()) {
            if (entries.size() == count) {
                break;
            }
            entries.add(0, each.entry());
        }
        return entries;
    }

    /** The entries after one, oldest first. */
    synchronized List<Entry> after(long number) {
        return kept.tailMap(number, false).values().stream().map(Kept::entry).toList();
    }

    /** The entries that are new or different since a change. */
    public synchronized Part since(long change, int count) {
        List<Entry> entries = new ArrayList<>();
        long included = change;
        for (Map.Entry<Long, Long> each : changes.tailMap(change, false).entrySet()) {
            if (entries.size() == count) {
                return part(included, entries);
            }
            included = each.getKey();
            find(each.getValue()).ifPresent(entries::add);
        }
        return part(lastChange, entries);
    }

    private Part part(long change, List<Entry> entries) {
        long first = kept.isEmpty() ? lastNumber + 1 : kept.firstKey();
        return new Part(run, change, first, kept.size(), entries);
    }

    /** All entries with these numbers, oldest first; without numbers, all that there are. */
    public synchronized List<Entry> all(List<Long> numbers) {
        return numbers.isEmpty()
                ? kept.values().stream().map(Kept::entry).toList()
                : numbers.stream()
                        .sorted()
                        .flatMap(number -> find(number).stream())
                        .toList();
    }

    /** The entries that name a SID, oldest first. */
    public synchronized List<Entry> naming(String sid) {
        return bySid.getOrDefault(sid, new TreeSet<>()).stream()
                .flatMap(number -> find(number).stream())
                .toList();
    }

    /** The numbers of the entries that contain all these words, anywhere and in any case. */
    public List<Long> search(String words) {
        String[] wanted = words.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
        List<Kept> all;
        synchronized (this) {
            all = List.copyOf(kept.values());
        }
        return all.stream()
                .filter(each -> contains(each.searched(), wanted))
                .map(each -> each.entry().number())
                .toList();
    }

    private static boolean contains(String text, String[] words) {
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
