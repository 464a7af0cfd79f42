package dev.parlance.serverless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.account.AccountException;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.fake.twilio.fault.ApiFault;
import dev.parlance.fake.twilio.log.ApiRequest;
import dev.parlance.testkit.ForEachTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deployments that something goes wrong with: builds, other pipelines, files, requests. */
class DeployingProblemsTest {
    @ForEachTest
    final FakeTwilio twilio = FakeTwilio.create();

    @TempDir
    private Path folder;

    private Pipeline pipeline;

    @BeforeEach
    void setUp() {
        pipeline = new Pipeline(twilio, folder).greetings();
    }

    @AfterEach
    void tearDown() {
        pipeline.close();
    }

    @Test
    void an_invalid_state_file_is_reported_by_name() {
        pipeline.file(ServerlessDeployer.STATE_FILE, "{");

        assertThatThrownBy(() -> pipeline.plan())
                .isInstanceOf(DeployException.class)
                .hasMessageContaining(ServerlessDeployer.STATE_FILE)
                .hasMessageContaining("Delete it");
    }

    @Test
    void a_failed_build_changes_nothing_and_lists_possible_causes() {
        Deployment first = pipeline.deploy();
        pipeline.file("functions/hello.js", "exports.handler = (;").file(".env", "GREETING=Hola");
        twilio.serverless().nextBuildFails();

        assertThatThrownBy(pipeline::deploy)
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("failed. The previous build is still running.")
                .hasMessageContaining("{lodash=4.17.21}")
                .hasMessageContaining("New or changed functions: /hello");

        assertThat(pipeline.live(first, "/hello")).contains("'hello'");
        assertThat(pipeline.plan().variables()).containsExactly(new VariableChange(Action.CHANGE, "GREETING"));
    }

    @Test
    void a_refused_build_reports_twilios_message() {
        twilio.failNext("POST */Builds", ApiFault.error(400, 20001, "No matching version found for lodash@4.17.21."));

        assertThatThrownBy(pipeline::deploy)
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("Twilio says: No matching version found for lodash@4.17.21.");
    }

    @Test
    void waiting_for_a_build_ends_at_the_limit() {
        twilio.serverless().buildsTake(Integer.MAX_VALUE);

        assertThatThrownBy(() -> pipeline.deployer()
                        .buildLimit(Duration.ofMinutes(3))
                        .build()
                        .plan()
                        .apply())
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("not complete after 3 minutes");

        twilio.serverless().buildsTake(1);
        assertThat(pipeline.deploy().isChanged()).isTrue();
    }

    @Test
    void a_deployment_stops_if_someone_else_has_deployed() {
        pipeline.deploy();
        pipeline.file("functions/hello.js", "exports.handler = () => 'mine';");
        Plan mine = pipeline.plan();
        Pipeline other = new Pipeline(twilio, folder.resolve("other")).greetings();
        Deployment theirs = other.file("functions/hello.js", "exports.handler = () => 'theirs';")
                .deploy();
        other.close();

        assertThatThrownBy(mine::apply)
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("Someone else deployed to dev in the meantime")
                .hasMessageContaining("Start again");
        assertThat(pipeline.live(theirs, "/hello")).contains("theirs");
    }

    @Test
    void a_file_that_changes_during_the_deployment_stops_it() {
        Plan plan = pipeline.plan();
        pipeline.file("functions/hello.js", "exports.handler = () => 'HELLO';");

        assertThatThrownBy(plan::apply)
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("function /hello changed during the upload");
        assertThat(pipeline.live(pipeline.deploy(), "/hello")).contains("HELLO");
    }

    @Test
    void hashes_are_discarded_if_the_build_changes_meanwhile() throws Exception {
        Deployment first = pipeline.deploy();
        pipeline.file("assets/index.html", "<h1>Hola</h1>");
        pipeline.deploy();
        Files.delete(folder.resolve(ServerlessDeployer.STATE_FILE));
        DeployedEnvironment dev =
                Serverless.on(pipeline.account()).service("greetings").environment("dev");
        AtomicBoolean started = new AtomicBoolean();
        twilio.log().onChange(() -> {
            if (lastRequest().contains("/Builds/") && started.compareAndSet(false, true)) {
                dev.run(first.build().orElseThrow()); // after the request for the build and before those for its assets
            }
        });

        assertThatThrownBy(() -> pipeline.plan()).hasMessageContaining("Someone else deployed");
    }

    @Test
    void an_unwritable_state_file_stops_the_deployment_at_the_start() {
        Plan plan = pipeline.deployer()
                .stateFile(folder.resolve("nowhere/state.json"))
                .build()
                .plan();

        assertThatThrownBy(plan::apply).hasMessageContaining("nowhere/state.json");
        assertThat(pipeline.requests(0)).allMatch(request -> request.startsWith("GET"));
    }

    private String lastRequest() {
        List<ApiRequest> requests = twilio.log().requests();
        return requests.get(requests.size() - 1).path();
    }

    @Test
    void a_retry_waits_as_long_as_twilio_asks() {
        twilio.failNext("POST */Builds", ApiFault.unavailable(Duration.ofSeconds(40)));
        Instant start = twilio.clock().instant();

        pipeline.deploy();

        assertThat(twilio.clock().instant()).isAfterOrEqualTo(start.plusSeconds(40));
    }

    @Test
    void a_retry_does_not_wait_an_hour() {
        twilio.failNext("POST */Builds", ApiFault.unavailable(Duration.ofHours(1)));

        assertThatThrownBy(pipeline::deploy).isInstanceOf(AccountException.class);
    }

    @Test
    void an_asset_that_a_server_error_hides_for_a_moment_is_not_uploaded_again() throws Exception {
        pipeline.deploy();
        Files.delete(folder.resolve(ServerlessDeployer.STATE_FILE));
        twilio.failNext(2, "GET */index.html*", ApiFault.serverError(500));

        Plan plan = pipeline.plan();

        assertThat(plan.files().stream().filter(FileChange::isUploaded).map(FileChange::toString))
                .containsExactly("~ private asset /menu.json (2 bytes): Twilio does not show its current content");
    }

    @Test
    void an_asset_that_a_server_error_hides_for_longer_stops_the_plan() throws Exception {
        pipeline.deploy();
        Files.delete(folder.resolve(ServerlessDeployer.STATE_FILE));
        twilio.failNext(4, "GET */index.html*", ApiFault.serverError(500));

        assertThatThrownBy(pipeline::plan)
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("/index.html: it responds with HTTP 500");
    }

    @Test
    void an_asset_that_is_not_there_is_uploaded_again() throws Exception {
        pipeline.deploy();
        Files.delete(folder.resolve(ServerlessDeployer.STATE_FILE));
        twilio.failNext("GET */index.html*", ApiFault.error(404, 20404, "Not found"));

        assertThat(pipeline.plan().files().stream()
                        .filter(FileChange::isUploaded)
                        .map(FileChange::toString))
                .contains("~ public asset /index.html (14 bytes): Twilio does not show its current content");
    }
}
