package dev.parlance.serverless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.serverless.project.Content;
import dev.parlance.serverless.project.FunctionsProject;
import dev.parlance.serverless.project.Visibility;
import dev.parlance.testkit.ForEachTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployingTest {
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
    void the_first_deployment_makes_all_files_live() {
        Deployment done = pipeline.deploy();

        assertThat(done.isChanged()).isTrue();
        assertThat(pipeline.live(done, "/hello")).isEqualTo("exports.handler = () => 'hello';");
        assertThat(pipeline.live(done, "/admin/bye")).contains("bye");
        assertThat(pipeline.live(done, "/index.html")).isEqualTo("<h1>Hello</h1>");
        assertThat(pipeline.live(done, "/menu.json")).isEqualTo("{}");
        assertThat(done.environment().suffix()).contains("dev");
        assertThat(done.urls().keySet()).containsExactly("/admin/bye", "/hello", "/index.html");
        assertThat(done.urls().get("/hello"))
                .hasToString("https://" + done.environment().domain() + "/hello");
    }

    @Test
    void a_plan_lists_the_changes_without_making_them() throws Exception {
        Plan plan = pipeline.plan();

        assertThat(plan.toString())
                .contains(
                        "New service greetings, new environment dev",
                        "+ public function /hello (32 bytes)",
                        "+ protected function /admin/bye",
                        "+ private asset /menu.json",
                        "+ dependencies {lodash=4.17.21}",
                        "+ variable GREETING",
                        "4 to upload, 0 to remove, 0 unchanged; one new build.")
                .doesNotContain("Hello");
        JsonNode json = new ObjectMapper().readTree(plan.json());
        assertThat(json.path("newService").asBoolean()).isTrue();
        assertThat(json.path("files").findValuesAsText("path"))
                .containsExactlyInAnyOrder("/hello", "/admin/bye", "/index.html", "/menu.json");
        assertThat(pipeline.requests(0)).allMatch(request -> request.startsWith("GET"));
    }

    @Test
    void an_unchanged_project_is_neither_uploaded_nor_built() {
        Deployment first = pipeline.deploy();
        int before = pipeline.count();

        Plan plan = pipeline.plan();
        Deployment second = plan.apply();

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.toString()).contains("Nothing to do: all 4 files and 1 variables are up to date.");
        assertThat(second.isChanged()).isFalse();
        assertThat(second.urls()).isEqualTo(first.urls());
        assertThat(pipeline.requests(before))
                .containsExactly(
                        "GET serverless greetings",
                        "GET serverless Environments",
                        "GET serverless Builds",
                        "GET serverless Variables");
    }

    @Test
    void only_the_changed_file_is_uploaded() {
        pipeline.deploy();
        pipeline.file("functions/hello.js", "exports.handler = () => 'hola';");
        int before = pipeline.count();

        Deployment done = pipeline.deploy();

        assertThat(pipeline.live(done, "/hello")).contains("hola");
        assertThat(pipeline.live(done, "/menu.json")).isEqualTo("{}");
        assertThat(pipeline.requests(before).stream().filter(request -> request.startsWith("POST")))
                .containsExactly(
                        "POST serverless-upload Versions", "POST serverless Builds", "POST serverless Deployments");
    }

    @Test
    void a_deleted_file_is_no_longer_live() {
        pipeline.deploy();
        pipeline.delete("functions/hello.js");

        Plan plan = pipeline.plan();
        Deployment done = plan.apply();

        assertThat(plan.toString()).contains("- public function /hello");
        assertThat(pipeline.live(done, "/hello")).isNull();
        assertThat(pipeline.live(done, "/admin/bye")).isNotNull();
    }

    @Test
    void a_restored_function_reuses_the_existing_one() {
        pipeline.deploy();
        pipeline.delete("functions/hello.js");
        pipeline.deploy();
        int before = pipeline.count();

        pipeline.file("functions/hello.js", "exports.handler = () => 'again';");
        Deployment done = pipeline.deploy();

        assertThat(pipeline.live(done, "/hello")).contains("again");
        assertThat(pipeline.requests(before)).doesNotContain("POST serverless Functions");
    }

    @Test
    void a_change_of_visibility_is_a_change() {
        pipeline.deploy();
        pipeline.delete("functions/hello.js");
        pipeline.file("functions/hello.private.js", "exports.handler = () => 'hello';");

        Plan plan = pipeline.plan();

        assertThat(plan.toString()).contains("~ private function /hello (32 bytes): was public");
        assertThat(plan.apply().urls()).doesNotContainKey("/hello");
    }

    @Test
    void without_a_state_file_only_inaccessible_files_are_uploaded_again() throws Exception {
        pipeline.deploy();
        Files.delete(folder.resolve(ServerlessDeployer.STATE_FILE));

        Plan plan = pipeline.plan();

        assertThat(plan.files().stream().filter(FileChange::isUploaded).map(FileChange::toString))
                .containsExactly("~ private asset /menu.json (2 bytes): Twilio does not show its current content");
        plan.apply();
        assertThat(pipeline.plan().isEmpty()).isTrue();
    }

    @Test
    void a_changed_dependency_makes_a_new_build_of_the_same_files() {
        pipeline.deploy();
        pipeline.file("package.json", "{\"name\": \"greetings\", \"dependencies\": {\"lodash\": \"4.17.20\"}}");
        int before = pipeline.count();

        Plan plan = pipeline.plan();
        plan.apply();

        assertThat(plan.toString()).contains("~ dependencies {lodash=4.17.21} -> {lodash=4.17.20}");
        assertThat(pipeline.requests(before))
                .contains("POST serverless Builds")
                .doesNotContain("POST serverless-upload Versions");
    }

    @Test
    void a_changed_node_version_makes_a_new_build() {
        pipeline.deploy();
        pipeline.file("package.json", "{\"name\": \"greetings\", \"engines\": {\"node\": \"20.x\"}}");

        Plan plan = pipeline.plan();
        Deployment done = plan.apply();

        assertThat(plan.toString()).contains("~ runtime node22 -> node20", "dependencies");
        assertThat(pipeline.plan().isEmpty()).isTrue();
        assertThat(done.isChanged()).isTrue();
    }

    @Test
    void changed_variables_need_no_build() {
        pipeline.deploy();
        pipeline.file(".env", "GREETING=Hola\nNAME=Ana\n");
        int before = pipeline.count();

        Deployment done = pipeline.deploy();

        assertThat(done.isChanged()).isFalse();
        assertThat(pipeline.requests(before)).doesNotContain("POST serverless Builds", "POST serverless Deployments");
        assertThat(pipeline.plan().isEmpty()).isTrue();
    }

    @Test
    void extra_variables_are_removed_only_on_request() {
        pipeline.deploy();
        pipeline.file(".env", "");

        assertThat(pipeline.plan().isEmpty()).isTrue();
        Plan removing = pipeline.deployer().pruneVariables(true).build().plan();
        removing.apply();

        assertThat(removing.toString()).contains("- variable GREETING");
        assertThat(pipeline.deployer().pruneVariables(true).build().plan().variables())
                .isEmpty();
    }

    @Test
    void environments_have_the_same_names_as_in_twilios_toolkit() {
        Deployment dev = pipeline.deploy();
        Deployment production =
                pipeline.deployer().environment("production").build().plan().apply();

        assertThat(dev.environment().name()).isEqualTo("dev-environment");
        assertThat(production.environment().name()).isEqualTo("production");
        assertThat(production.environment().suffix()).isEmpty();
        assertThat(production.environment().domain())
                .isEqualTo(dev.environment().domain().replace("-dev", ""));
    }

    @Test
    void a_project_built_in_memory_can_be_deployed() {
        FunctionsProject project = FunctionsProject.builder("from-memory")
                .function("/hello", Visibility.PUBLIC, Content.of("exports.handler = () => 1;"))
                .asset("/note.txt", Visibility.PUBLIC, Content.of("a note"))
                .build();

        Deployment done = pipeline.deployer(project).build().plan().apply();

        assertThat(pipeline.live(done, "/note.txt")).isEqualTo("a note");
        assertThat(pipeline.deployer(project).build().plan().isEmpty()).isTrue();
    }

    @Test
    void progress_reports_each_file_and_each_kind_of_step() {
        pipeline.deploy();

        assertThat(pipeline.steps().stream().map(Step::kind).distinct()).containsExactly(Step.Kind.values());
        assertThat(pipeline.steps().stream()
                        .filter(step -> step.kind() == Step.Kind.UPLOADING)
                        .map(Step::done))
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void an_environment_name_must_be_valid_in_a_domain() {
        for (String name : List.of("", "Production", "a_b", "seventeen-letters", "-dev")) {
            assertThatThrownBy(() -> pipeline.deployer().environment(name))
                    .hasMessageContaining("is not a valid environment name");
        }
    }

    @Test
    void fifty_files_are_deployed_together() {
        Deployment done =
                pipeline.deployer(Pipeline.many(30, 20)).build().plan().apply();

        assertThat(twilio.serverless().live(done.environment().domain())).hasSize(50);
        assertThat(pipeline.requests(0).stream().filter("POST serverless-upload Versions"::equals))
                .hasSize(50);
    }

    @Test
    void resources_created_by_twilios_toolkit_are_reused() {
        Service service = pipeline.account().change("a service", client -> {
            var made = com.twilio.rest.serverless.v1.Service.creator("greetings", "greetings")
                    .create(client);
            com.twilio.rest.serverless.v1.service.Environment.creator(made.getSid(), "dev-environment")
                    .setDomainSuffix("dev")
                    .create(client);
            com.twilio.rest.serverless.v1.service.Function.creator(made.getSid(), "/hello")
                    .create(client);
            return new Service(made.getSid(), made.getUniqueName(), made.getDomainBase());
        });
        int before = pipeline.count();

        Deployment done = pipeline.deploy();

        assertThat(done.service()).isEqualTo(service);
        assertThat(pipeline.requests(before))
                .doesNotContain("POST serverless Services", "POST serverless Environments")
                .containsOnlyOnce("POST serverless Functions");
    }
}
