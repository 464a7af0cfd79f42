package dev.parlance.spring.test;

import dev.parlance.survey.store.DocumentStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Wraps the stores in memory, so that each test can start with an empty one. */
final class MemoryStores implements BeanPostProcessor {
    private final List<FreshStore> stores = new CopyOnWriteArrayList<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof DocumentStore store) || !isInMemory(store)) {
            return bean;
        }
        FreshStore fresh = new FreshStore(store);
        stores.add(fresh);
        return fresh;
    }

    private static boolean isInMemory(DocumentStore store) {
        return store.getClass() == DocumentStore.inMemory().getClass();
    }

    void empty() {
        stores.forEach(FreshStore::empty);
    }
}
