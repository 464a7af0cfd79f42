package dev.parlance.fake.twilio.world;

import java.util.List;
import java.util.stream.IntStream;

/** A list that pages are cut from. Each entry has a rank, which stays the same while other entries come and go. */
public interface Listing {
    /** The rank before all entries. */
    long START = Long.MIN_VALUE;

    /** An entry of a list. */
    record Entry(long rank, Resource resource) {}

    /** The first entries after a rank, at most {@code max}. */
    List<Entry> after(long rank, int max);

    /** The last entries before a rank, at most {@code max}, in the order of the list. */
    List<Entry> before(long rank, int max);

    /** The rank of the entry with this SID, or the known one if the entry is gone. */
    default long rankOf(String sid, long known) {
        return known;
    }

    /** All entries. */
    default List<Resource> all() {
        return after(START, Integer.MAX_VALUE).stream().map(Entry::resource).toList();
    }

    /** A list that was made for one request. */
    static Listing of(List<Resource> resources) {
        return new Listing() {
            @Override
            public List<Entry> after(long rank, int max) {
                int first = rank < 0 ? 0 : (int) Math.min(resources.size(), rank + 1);
                return entries(first, (int) Math.min(resources.size(), (long) first + max));
            }

            @Override
            public List<Entry> before(long rank, int max) {
                int end = (int) Math.max(0, Math.min(resources.size(), rank));
                return entries(Math.max(0, end - max), end);
            }

            private List<Entry> entries(int start, int end) {
                return IntStream.range(start, end)
                        .mapToObj(i -> new Entry(i, resources.get(i)))
                        .toList();
            }

            @Override
            public long rankOf(String sid, long known) {
                return IntStream.range(0, resources.size())
                        .filter(i -> resources.get(i).sid().equals(sid))
                        .mapToLong(i -> i)
                        .findFirst()
                        .orElse(known);
            }
        };
    }
}
