package dev.parlance.fake.twilio.world;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * The phones of all people. Every number has one, so it is created when it is asked for. One that a test has not set up, and
 * that remembers no text or call, is forgotten when nobody uses it. Thread-safe.
 */
public final class Phonebook<T> {
    private final BiFunction<String, Phonebook<T>, T> create;
    private final Map<String, Entry<T>> phones = new ConcurrentHashMap<>();
    private final Set<T> kept = ConcurrentHashMap.newKeySet();
    private final ReferenceQueue<T> unused = new ReferenceQueue<>();

    private static final class Entry<T> extends WeakReference<T> {
        private final String address;

        Entry(String address, T phone, ReferenceQueue<T> queue) {
            super(phone, queue);
            this.address = address;
        }
    }

    public Phonebook(BiFunction<String, Phonebook<T>, T> create) {
        this.create = create;
    }

    /** The phone at this address. */
    public T get(String address) {
        forgetUnused();
        while (true) {
            Entry<T> known = phones.get(address);
            T phone = known == null ? null : known.get();
            if (phone != null) {
                return phone;
            }
            T created = create.apply(address, this);
            Entry<T> entry = new Entry<>(address, created, unused);
            boolean added =
                    known == null ? phones.putIfAbsent(address, entry) == null : phones.replace(address, known, entry);
            if (added) {
                return created;
            }
        }
    }

    private void forgetUnused() {
        for (Reference<? extends T> entry = unused.poll(); entry != null; entry = unused.poll()) {
            phones.remove(((Entry<?>) entry).address, entry);
        }
    }

    /** Keeps a phone that has something to remember, or lets it go. */
    public void keep(T phone, boolean hasMemory) {
        if (hasMemory) {
            kept.add(phone);
        } else {
            kept.remove(phone);
        }
    }

    /** How many phones have something to remember. */
    public int size() {
        return kept.size();
    }
}
