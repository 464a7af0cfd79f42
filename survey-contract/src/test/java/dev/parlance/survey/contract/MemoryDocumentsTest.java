package dev.parlance.survey.contract;

import dev.parlance.survey.store.DocumentStore;

// snippet: contract
class MemoryDocumentsTest extends DocumentStoreContract {
    @Override
    protected DocumentStore open() {
        return DocumentStore.inMemory();
    }
}
// end
