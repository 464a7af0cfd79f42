package dev.parlance.survey;

import dev.parlance.survey.contract.SessionStoreContract;
import dev.parlance.survey.store.MemorySessions;
import dev.parlance.survey.store.SessionStore;

class MemorySessionsTest extends SessionStoreContract {
    @Override
    protected SessionStore open() {
        return MemorySessions.create();
    }
}
