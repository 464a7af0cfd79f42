package dev.parlance.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.aws.Clients;
import dev.parlance.aws.Engines;
import dev.parlance.aws.FaultyHttp;
import dev.parlance.aws.FaultyHttp.Fault;
import dev.parlance.survey.store.Document;
import dev.parlance.survey.store.DocumentStore;
import dev.parlance.survey.store.Key;
import dev.parlance.survey.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Crashes after each request of a save: nothing that is due is lost. */
class S3CrashTest {
    private static final String BUCKET = "crashes";
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final int REQUESTS_AT_MOST = 8;

    private static S3Client healthy;

    private final String owner = UUID.randomUUID().toString();
    private final Key key = new Key("session:" + UUID.randomUUID(), "+15005550006");
    private final DocumentStore store = S3Documents.in(healthy, BUCKET);

    @BeforeAll
    static void start() {
        healthy = Clients.s3(Engines.s3());
        healthy.createBucket(create -> create.bucket(BUCKET));
    }

    @AfterAll
    static void stop() {
        healthy.close();
    }

    private Document fresh(Key anyKey) {
        return Document.create(anyKey, owner, Optional.of(NOON), "1");
    }

    private Key another(int number) {
        return new Key(key.collection() + number, key.id());
    }

    /** Runs an action with a client that crashes at one of its requests. Returns whether it crashed. */
    private static boolean crashes(int request, Consumer<DocumentStore> action) {
        FaultyHttp http = new FaultyHttp(number -> number == request ? Fault.CRASHED : Fault.NONE);
        try (S3Client client = Clients.local(S3Client.builder(), Engines.s3())
                .httpClient(http)
                .overrideConfiguration(settings -> settings.retryStrategy(retry -> retry.maxAttempts(1)))
                .build()) {
            action.accept(S3Documents.in(client, BUCKET));
            return false;
        } catch (FaultyHttp.Crash e) {
            return true;
        } catch (StoreException e) {
            assertThat(e).hasRootCauseInstanceOf(FaultyHttp.Crash.class);
            return true;
        }
    }

    private static List<String> markers(Key key) {
        return healthy
                .listObjectsV2(list -> list.bucket(BUCKET).prefix(Layout.due(key.collection())))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    @Test
    void a_new_session_is_saved_completely_or_not_at_all() {
        int crashes = 0;
        for (int request = 0; request < REQUESTS_AT_MOST; request++) {
            Key each = another(request);
            crashes += crashes(request, any -> any.save(fresh(each))) ? 1 : 0;

            if (store.load(each).isPresent()) {
                assertThat(store.due(each.collection(), NOON, 10))
                        .containsExactly(fresh(each).saved());
                assertThat(store.forget(owner)).isEqualTo(1);
            } else {
                assertThat(store.due(each.collection(), NOON, 10)).isEmpty();
                assertThat(store.save(fresh(each))).isTrue();
                assertThat(store.due(each.collection(), NOON, 10))
                        .containsExactly(fresh(each).saved());
                assertThat(store.forget(owner)).isEqualTo(1);
            }
            assertThat(store.load(each)).isEmpty();
        }
        assertThat(crashes).as("requests of a save").isEqualTo(4);
    }

    @Test
    void an_updated_session_is_due_at_the_old_or_the_new_time_and_leaves_no_markers_behind() {
        int crashes = 0;
        for (int request = 0; request < REQUESTS_AT_MOST; request++) {
            Key each = another(request);
            store.save(fresh(each));
            Document old = store.load(each).orElseThrow();
            Document next = old.withWakeAt(Optional.of(LATER)).withJson("2");
            crashes += crashes(request, any -> {
                        Document loaded = any.load(each).orElseThrow();
                        any.save(loaded.withWakeAt(Optional.of(LATER)).withJson("2"));
                    })
                    ? 1
                    : 0;

            Document kept = store.load(each).orElseThrow();
            assertThat(kept).isIn(old, next.saved());
            assertThat(store.due(each.collection(), LATER, 10)).containsExactly(kept);
            assertThat(store.save(
                            kept.withWakeAt(Optional.of(LATER.plusSeconds(1))).withJson("3")))
                    .isTrue();
            assertThat(store.due(each.collection(), LATER.plusSeconds(1), 10)).hasSize(1);
            assertThat(markers(each)).hasSize(1);
        }
        assertThat(crashes).as("requests of a load and a save").isEqualTo(4);
    }

    @Test
    void a_marker_of_a_session_that_was_never_saved_is_deleted_after_a_day() {
        crashes(2, any -> any.save(fresh(key)));
        assertThat(markers(key)).hasSize(1);

        store.due(key.collection(), NOON, 10);
        assertThat(markers(key))
                .as("the marker may belong to a save in progress")
                .hasSize(1);

        Clock nextWeek = Clock.offset(Clock.systemUTC(), Duration.ofDays(7));
        S3Documents.in(healthy, BUCKET).withClock(nextWeek).due(key.collection(), NOON, 10);
        assertThat(markers(key)).isEmpty();
    }

    @Test
    void a_save_is_recognized_when_its_response_was_lost() {
        FaultyHttp http = new FaultyHttp(number -> number == 2 ? Fault.RESPONSE_LOST : Fault.NONE);
        try (S3Client client =
                Clients.local(S3Client.builder(), Engines.s3()).httpClient(http).build()) {
            assertThat(S3Documents.in(client, BUCKET).save(fresh(key))).isTrue();
        }
        assertThat(http.requests()).isEqualTo(6);
        assertThat(store.load(key)).contains(fresh(key).saved());
    }

    @Test
    void a_store_that_did_not_load_a_session_can_save_it_if_the_version_matches() {
        store.save(fresh(key));

        assertThat(S3Documents.in(healthy, BUCKET)
                        .save(fresh(key).saved().withWakeAt(Optional.empty()).withJson("2")))
                .isTrue();
        assertThat(markers(key)).isEmpty();
    }

    @Test
    void unrelated_objects_are_ignored() {
        store.save(fresh(key));
        for (String stray : List.of(
                Layout.due(key.collection()) + "00000000000000", Layout.shelf(key.collection()) + "notes.txt")) {
            healthy.putObject(put -> put.bucket(BUCKET).key(stray), RequestBody.fromString("stray"));
        }

        assertThat(store.due(key.collection(), NOON, 10))
                .containsExactly(fresh(key).saved());
        assertThat(store.page(key.collection(), "", 10))
                .containsExactly(fresh(key).saved());
    }
}
