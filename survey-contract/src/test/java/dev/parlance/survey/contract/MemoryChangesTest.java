package dev.parlance.survey.contract;

import dev.parlance.survey.store.DocumentStore;

class MemoryChangesTest extends ChangesContract {
    @Override
    protected DocumentStore open() {
        return DocumentStore.inMemory();
    }
}
