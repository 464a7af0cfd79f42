package dev.parlance.survey.jdbc;

import dev.parlance.survey.contract.TalliesContract;
import dev.parlance.survey.store.DocumentStore;

class CollidingTalliesTest extends TalliesContract {
    @Override
    protected DocumentStore open() {
        return JdbcDocuments.postgres(CollisionsTest.refusingEveryThird(Postgres.database()));
    }
}
