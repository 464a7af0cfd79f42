package dev.parlance.serverless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.serverless.project.ProjectException;
import dev.parlance.testkit.ForEachTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningTest {
    @ForEachTest
    final FakeTwilio twilio = FakeTwilio.create();

    @TempDir
    private Path folder;

    private Pipeline pipeline;
    private Deployment first;

    @BeforeEach
    void setUp() {
        pipeline = new Pipeline(twilio, folder.resolve("project")).greetings();
        first = pipeline.deploy();
    }

    @AfterEach
    void tearDown() {
        pipeline.close();
    }

    private DeployedEnvironment dev() {
        return service().environment("dev");
    }

    private DeployedService service() {
        return Serverless.on(pipeline.account(), pause -> twilio.advance(pause)).service("greetings");
    }

    private Deployment deployHello(String text) {
        twilio.advance(Duration.ofMinutes(1));
        pipeline.file("functions/hello.js", "exports.handler = () => '" + text + "';");
        return pipeline.deploy();
    }

    @Test
    void a_rollback_runs_the_previous_build_with_few_requests() {
        deployHello("hola");
        int before = pipeline.count();

        Deployment back = dev().rollBack();

        assertThat(back.build()).isEqualTo(first.build());
        assertThat(pipeline.live(back, "/hello")).contains("'hello'");
        assertThat(back.urls()).isEqualTo(first.urls());
        assertThat(pipeline.requests(before)).hasSize(6).doesNotContain("POST serverless Builds");
    }

    @Test
    void a_deployment_after_a_rollback_restores_the_new_state() {
        deployHello("hola");
        dev().rollBack();

        Deployment again = pipeline.deploy();

        assertThat(pipeline.live(again, "/hello")).contains("hola");
        assertThat(dev().history()).hasSize(4);
    }

    @Test
    void any_earlier_build_can_be_run() {
        deployHello("hola");
        deployHello("bonjour");

        Deployment back = dev().run(first.build().orElseThrow());

        assertThat(pipeline.live(back, "/hello")).contains("'hello'");
        assertThat(dev().run(first.build().orElseThrow()).isChanged()).isFalse();
    }

    @Test
    void the_first_deployment_cannot_be_rolled_back() {
        assertThatThrownBy(() -> dev().rollBack())
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("no other build has run in dev");
    }

    @Test
    void a_rollback_to_a_deleted_build_explains_the_deletion() {
        deployHello("hola");
        var api = FunctionsApi.of(pipeline.account(), pause -> {});
        pipeline.account()
                .change(
                        "a build",
                        client -> com.twilio.rest.serverless.v1.service.Build.deleter(
                                        first.service().sid(), first.build().orElseThrow())
                                .delete(client));

        assertThat(api.builds().find(first.service().sid(), first.build().orElseThrow()))
                .isEmpty();
        assertThatThrownBy(() -> dev().rollBack())
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("Twilio deletes a build");
    }

    @Test
    void a_rollback_stops_if_someone_else_has_deployed() {
        deployHello("hola");
        DeployedEnvironment seen = dev();
        deployHello("bonjour");

        assertThatThrownBy(seen::rollBack).hasMessageContaining("Someone else deployed to dev");
        assertThat(pipeline.live(first, "/hello")).contains("bonjour");
    }

    @Test
    void promoting_creates_the_environment_and_runs_the_same_build() {
        Deployment production = dev().promoteTo("production");

        assertThat(production.build()).isEqualTo(first.build());
        assertThat(production.environment().suffix()).isEmpty();
        assertThat(pipeline.live(production, "/hello")).contains("hello");
        assertThat(dev().promoteTo("production").isChanged()).isFalse();
        assertThat(service().environments()).hasSize(2);
    }

    @Test
    void variables_can_be_set_and_unset_without_a_deployment() {
        dev().setVariables(Map.of("GREETING", "Hola", "NAME", "Ana"));
        assertThat(dev().variables()).containsExactly(Map.entry("GREETING", "Hola"), Map.entry("NAME", "Ana"));

        assertThat(dev().unsetVariables(Set.of("NAME", "NOTHING"))).containsExactly("NAME");
        assertThat(dev().unsetVariables(Set.of("NAME"))).isEmpty();
        assertThat(dev().variables()).containsOnlyKeys("GREETING");
    }

    @Test
    void an_invalid_variable_is_reported_before_any_is_set() {
        Map<String, String> variables = Map.of("GREETING", "Hola", "LONG", "x".repeat(451));

        assertThatThrownBy(() -> dev().setVariables(variables))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("The value of the variable LONG has more than 450 bytes");
        assertThat(dev().variables()).containsEntry("GREETING", "Hello");
    }

    @Test
    void awaiting_a_build_waits_until_it_is_complete() {
        twilio.serverless().buildsTake(3);
        DeployedFile hello = dev().files().get(0);
        Build started = FunctionsApi.of(pipeline.account(), pause -> {})
                .builds()
                .create(first.service(), List.of(hello), Map.of(), Optional.empty(), Optional.empty());

        service().awaitBuild(started.sid(), Duration.ofMinutes(1));

        assertThat(dev().run(started.sid()).urls()).hasSize(1);
    }

    @Test
    void logs_are_oldest_first_and_have_the_functions_path() {
        log("/hello", "info", "one");
        log("/admin/bye", "error", "two");

        List<LogLine> lines = dev().logs(LogQuery.last(10));

        assertThat(lines.stream().map(line -> line.level() + " " + line.function() + " " + line.message()))
                .containsExactly("info /hello one", "error /admin/bye two");
        assertThat(dev().logs(LogQuery.last(1))).extracting(LogLine::message).containsExactly("two");
        assertThat(dev().logs(LogQuery.last(10).withFunction("/hello")))
                .extracting(LogLine::message)
                .containsExactly("one");
        assertThatThrownBy(() -> dev().logs(LogQuery.last(10).withFunction("/nothing")))
                .hasMessageContaining("/admin/bye");
    }

    @Test
    void logs_since_a_time_leave_out_earlier_lines() {
        log("/hello", "info", "early");
        twilio.advance(Duration.ofMinutes(5));
        log("/hello", "info", "late");

        assertThat(dev().logs(LogQuery.last(10)
                        .withSince(twilio.clock().instant().minusSeconds(60))))
                .extracting(LogLine::message)
                .containsExactly("late");
    }

    @Test
    void followed_logs_deliver_each_line_once() {
        log("/hello", "info", "before");
        List<String> received = new ArrayList<>();
        Iterator<String> written = List.of("one", "two", "three").iterator();

        dev().followLogs(LogQuery.last(10), line -> received.add(line.message()), () -> {
            if (written.hasNext()) {
                log("/hello", "info", written.next());
                return true;
            }
            return false;
        });

        assertThat(received).containsExactly("before", "one", "two", "three");
    }

    @Test
    void followed_logs_start_with_the_requested_number_of_lines() {
        for (int i = 0; i < 10; i++) {
            log("/hello", "info", "old " + i);
        }
        List<String> received = new ArrayList<>();
        Iterator<String> written = List.of("new").iterator();

        dev().followLogs(LogQuery.last(2), line -> received.add(line.message()), () -> {
            if (written.hasNext()) {
                log("/hello", "info", written.next());
                return true;
            }
            return false;
        });

        assertThat(received).containsExactly("old 8", "old 9", "new");
    }

    @Test
    void a_running_build_can_be_downloaded() throws Exception {
        Path copy = folder.resolve("copy");

        List<DeployedFile> hidden = dev().download(copy);

        assertThat(copy.resolve("functions/hello.js")).hasContent("exports.handler = () => 'hello';");
        assertThat(copy.resolve("functions/admin/bye.protected.js")).exists();
        assertThat(copy.resolve("assets/index.html")).hasContent("<h1>Hello</h1>");
        assertThat(Files.readString(copy.resolve("package.json"))).contains("greetings", "lodash", "4.17.21");
        assertThat(hidden).extracting(DeployedFile::path).containsExactly("/menu.json");
        assertThatThrownBy(() -> dev().download(copy)).hasMessageContaining("is not empty");
    }

    @Test
    void removed_environments_and_services_are_gone() {
        dev().remove();
        assertThatThrownBy(this::dev).hasMessageContaining("has no environment dev");

        service().remove();
        assertThatThrownBy(this::service).hasMessageContaining("has no service greetings");
        assertThat(Serverless.on(pipeline.account()).services()).isEmpty();
    }

    private void log(String path, String level, String message) {
        String function = dev().files().stream()
                .filter(file -> file.path().equals(path))
                .map(DeployedFile::sid)
                .findFirst()
                .orElseThrow();
        twilio.serverless().log(first.environment().sid(), function, level, message);
        twilio.advance(Duration.ofSeconds(1));
    }
}
