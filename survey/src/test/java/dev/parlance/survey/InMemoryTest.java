package dev.parlance.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.parlance.survey.store.DocumentStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Keeping sessions in memory, on purpose or by mistake. */
class InMemoryTest {
    private final SurveysBuilder builder = Surveys.builder(Coffee.survey().build());

    @Test
    void a_missing_store_is_logged_as_a_warning() {
        assertThat(LogOfSurveys.during(builder::build))
                .singleElement()
                .asString()
                .contains("\"coffee\" are kept in memory", "inMemory()");
    }

    @Test
    void a_store_in_memory_on_purpose_is_not_logged() {
        assertThat(LogOfSurveys.during(() -> builder.inMemory().build())).isEmpty();
        assertThat(LogOfSurveys.during(
                        () -> builder.store(DocumentStore.inMemory()).build()))
                .isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway")
    void a_null_store_is_refused() {
        @Nullable DocumentStore missing = null;

        assertThatNullPointerException()
                .isThrownBy(() -> builder.store(missing))
                .withMessageContaining("The store is null")
                .withMessageContaining("inMemory()");
    }
}
