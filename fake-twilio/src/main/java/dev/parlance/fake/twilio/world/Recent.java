package dev.parlance.fake.twilio.world;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Values by keys. Remembers those that were used last, as many as the world remembers of each kind. Thread-safe. */
public final class Recent<V> {
    private final Map<String, V> values;

    public Recent(Retention retention) {
        values = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > retention.limit();
            }
        };
    }

    public synchronized Optional<V> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public synchronized V getOr(String key, Supplier<V> created) {
        return values.computeIfAbsent(key, any -> created.get());
    }

    public synchronized void put(String key, V value) {
        values.put(key, value);
    }

    public synchronized int size() {
        return values.size();
    }
}
