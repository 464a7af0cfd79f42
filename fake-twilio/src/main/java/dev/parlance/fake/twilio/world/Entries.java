package dev.parlance.fake.twilio.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Resources in the order of their creation, with an index for each field that was asked for. Forgets the oldest finished ones.
 * Thread-safe. It never calls a filter or listener while it is locked.
 */
final class Entries {
    private static final int CHUNK = 256;

    private final Retention retention;
    private final NavigableMap<Long, Resource> all = new TreeMap<>();
    private final Map<String, Long> places = new HashMap<>();
    private final Map<String, FieldIndex> indexes = new ConcurrentHashMap<>();
    private final Map<String, FieldIndex> dayIndexes = new ConcurrentHashMap<>();
    private final Set<String> finished = new LinkedHashSet<>();
    private final List<Consumer<Resource>> forgetting = new CopyOnWriteArrayList<>();
    private long last;

    Entries(Retention retention) {
        this.retention = retention;
    }

    void onForget(Consumer<Resource> listener) {
        forgetting.add(listener);
    }

    /** Adds a resource, or replaces the one with the same SID. */
    void add(Resource resource) {
        resource.onChange(field -> changed(resource, field));
        synchronized (this) {
            Long before = places.get(resource.sid());
            long place = before == null ? ++last : before;
            places.put(resource.sid(), place);
            all.put(place, resource);
            allIndexes().forEach(index -> {
                if (before != null) {
                    index.forget(place);
                }
                index.file(place, resource);
            });
        }
    }

    private void changed(Resource resource, String field) {
        FieldIndex values = indexes.get(field.startsWith("_") ? field.substring(1) : field);
        if (values != null) {
            refile(resource, values);
        }
        FieldIndex days = dayIndexes.get(field);
        if (days != null) {
            refile(resource, days);
        }
    }

    private synchronized void refile(Resource resource, FieldIndex index) {
        Long place = places.get(resource.sid());
        if (place != null && resource.equals(all.get(place))) {
            index.forget(place);
            index.file(place, resource);
        }
    }

    private Stream<FieldIndex> allIndexes() {
        return Stream.concat(indexes.values().stream(), dayIndexes.values().stream());
    }

    /** Keeps an index of a field from now on. Lists by a field without one build it when they are first asked for. */
    synchronized void index(String field) {
        valueIndex(field);
    }

    /** Keeps an index of a date's days from now on. */
    synchronized void indexDays(String field) {
        dayIndex(field);
    }

    synchronized Optional<Resource> find(String sid) {
        Long place = places.get(sid);
        return place == null ? Optional.empty() : Optional.ofNullable(all.get(place));
    }

    synchronized int size() {
        return all.size();
    }

    synchronized List<Resource> oldestFirst() {
        return new ArrayList<>(all.values());
    }

    synchronized boolean remove(String sid) {
        Long place = places.remove(sid);
        if (place == null) {
            return false;
        }
        all.remove(place);
        finished.remove(sid);
        allIndexes().forEach(index -> index.forget(place));
        return true;
    }

    /** Allows to forget a resource. Forgets the oldest finished ones if there are too many. */
    void finish(Resource resource) {
        List<Resource> forgotten = new ArrayList<>();
        synchronized (this) {
            if (places.containsKey(resource.sid())) {
                finished.add(resource.sid());
            }
            while (finished.size() > retention.limit()) {
                String oldest = finished.iterator().next();
                find(oldest).ifPresent(forgotten::add);
                remove(oldest);
            }
        }
        forgotten.forEach(one -> forgetting.forEach(listener -> listener.accept(one)));
    }

    Listing list(Selection selection) {
        return new Listing() {
            @Override
            public List<Entry> after(long rank, int max) {
                return select(selection, rank, max, true);
            }

            @Override
            public List<Entry> before(long rank, int max) {
                List<Entry> nearest = select(selection, rank, max, false);
                Collections.reverse(nearest);
                return nearest;
            }
        };
    }

    private List<Listing.Entry> select(Selection selection, long rank, int max, boolean forwards) {
        List<Listing.Entry> found = new ArrayList<>();
        long from = rank;
        while (true) {
            List<Listing.Entry> chunk = chunk(selection, from, forwards);
            for (Listing.Entry entry : chunk) {
                if (found.size() == max) {
                    return found;
                }
                if (selection.matches(entry.resource())) {
                    found.add(entry);
                }
                from = entry.rank();
            }
            if (chunk.size() < CHUNK) {
                return found;
            }
        }
    }

    /** The next candidates. In lists with the newest first, ranks are negative places. */
    private synchronized List<Listing.Entry> chunk(Selection selection, long rank, boolean forwards) {
        boolean ascending = selection.oldestFirst() == forwards;
        NavigableMap<Long, Resource> candidates = candidates(selection);
        int sign = selection.oldestFirst() ? 1 : -1;
        long place = rank == Listing.START ? (ascending ? Long.MIN_VALUE : Long.MAX_VALUE) : sign * rank;
        NavigableMap<Long, Resource> rest = ascending
                ? candidates.tailMap(place, false)
                : candidates.headMap(place, false).descendingMap();
        List<Listing.Entry> chunk = new ArrayList<>();
        for (Map.Entry<Long, Resource> entry : rest.entrySet()) {
            if (chunk.size() == CHUNK) {
                break;
            }
            chunk.add(new Listing.Entry(sign * entry.getKey(), entry.getValue()));
        }
        return chunk;
    }

    private NavigableMap<Long, Resource> candidates(Selection selection) {
        NavigableMap<Long, Resource> fewest = all;
        for (Map.Entry<String, String> field : selection.fields().entrySet()) {
            FieldIndex index = valueIndex(field.getKey());
            if (index.isComplete() && index.with(field.getValue()).size() < fewest.size()) {
                fewest = index.with(field.getValue());
            }
        }
        for (Map.Entry<String, Days> date : selection.days().entrySet()) {
            NavigableMap<Long, Resource> known = fewest;
            fewest = dayIndex(date.getKey())
                    .within(date.getValue())
                    .filter(found -> found.size() < known.size())
                    .orElse(known);
        }
        return fewest;
    }

    private FieldIndex valueIndex(String field) {
        return index(indexes, field, FieldIndex::ofValues);
    }

    private FieldIndex dayIndex(String field) {
        return index(dayIndexes, field, FieldIndex::ofDays);
    }

    private FieldIndex index(Map<String, FieldIndex> among, String field, Function<String, FieldIndex> create) {
        FieldIndex known = among.get(field);
        if (known != null) {
            return known;
        }
        FieldIndex index = create.apply(field);
        among.put(field, index); // first, so that no change is missed while the resources are filed
        all.forEach(index::file);
        return index;
    }
}
