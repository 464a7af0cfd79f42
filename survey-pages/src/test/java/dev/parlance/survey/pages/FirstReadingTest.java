package dev.parlance.survey.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.survey.Surveys;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.webhook.Router;
import dev.parlance.webhook.WebhookRequest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page while the sessions are read for the first time. */
class FirstReadingTest {
    private final CountDownLatch mayRead = new CountDownLatch(1);
    private final Surveys surveys =
            Surveys.builder(Visits.load()).store(waiting()).build();

    /** A store whose pages come only when they may. */
    private DocumentStore waiting() {
        DocumentStore store = DocumentStore.inMemory();
        return (DocumentStore) Proxy.newProxyInstance(
                DocumentStore.class.getClassLoader(),
                new Class<?>[] {DocumentStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("page")) {
                        mayRead.await();
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @AfterEach
    void close() {
        mayRead.countDown();
        surveys.close();
    }

    @Test
    void the_page_says_how_many_people_have_been_read_and_does_not_wait_for_all() {
        Router router = Router.create();
        ResultsPages.of(surveys).addTo(router, "/results/", handler -> handler);
        WebhookRequest data = WebhookRequest.get("https://survey.example.com/results/data");

        assertThat(router.handle(data).bodyText()).isEqualTo("{\"read\":0}");
        mayRead.countDown();
        while (!surveys.results().prepareAnalysis().isReady()) {
            Thread.onSpinWait();
        }
        assertThat(router.handle(data).bodyText()).contains("\"overview\"");
    }
}
