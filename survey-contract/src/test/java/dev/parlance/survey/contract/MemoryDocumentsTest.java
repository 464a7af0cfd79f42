package dev.parlance.survey.contract;

import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.MemoryDocuments;

// snippet: contract
class MemoryDocumentsTest extends DocumentStoreContract {
    @Override
    protected DocumentStore open() {
        return MemoryDocuments.create();
    }
}
// end
