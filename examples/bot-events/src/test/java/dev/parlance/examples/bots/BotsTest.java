package dev.parlance.examples.bots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parlance.bot.BotClient;
import dev.parlance.bot.BotSettings;
import dev.parlance.fake.slack.FakeApp;
import dev.parlance.fake.slack.FakeChannel;
import dev.parlance.fake.slack.FakePost;
import dev.parlance.fake.slack.FakeWorkspace;
import dev.parlance.settings.Secret;
import dev.parlance.testkit.ForEachTest;
import dev.parlance.webhook.WebhookResponse;
import dev.parlance.webhook.WebhookServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BotsTest {
    @ForEachTest
    final FakeWorkspace workspace = FakeWorkspace.create();

    private final List<AutoCloseable> started = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable closeable : started) {
            closeable.close();
        }
    }

    private static String manifest(Project project) throws Exception {
        String file = project == Project.CODE_DOC ? "code-doc" : "studi-public-website";
        return Files.readString(Path.of("manifests", file + ".json"));
    }

    private FakeApp start(Project project, WebhookServer service) throws Exception {
        started.add(service);
        FakeApp app = workspace.app(project.title()).manifest(manifest(project));
        BotSettings settings = new BotSettings(
                Secret.of(app.token()), app.signingSecret(), Optional.empty(), Optional.empty(), Optional.empty());
        BotClient client =
                BotClient.builder(settings.token()).api(workspace.api()).build();
        Bot bot = Bot.start(project, settings, client, new QuestionService(service.url()), 0);
        started.add(0, bot);
        return app.requestUrl("http://localhost:" + bot.port() + Bot.EVENTS);
    }

    @Test
    void the_six_steps_find_the_mistakes_and_lead_to_a_working_bot() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        new SixSteps(new PrintStream(printed, true, StandardCharsets.UTF_8)).walk();

        String text = printed.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("WRONG  SLACK_SIGNING_SECRET: this is the app's Client Secret"), text);
        assertTrue(text.contains("is an app id, as in the URL of the app's settings"), text);
        assertTrue(text.contains("WRONG  scopes: missing: im:history, users:read"), text);
        assertEquals(2, text.split("No problems found", -1).length - 1, text);
        assertTrue(text.contains("> You asked: What is a plan?\n  This is a stand-in"), text);
        assertTrue(text.contains("> _Un instant …_"), text);
        assertTrue(text.contains("[url_verification, app_mention, app_mention, app_mention]"), text);
    }

    @Test
    void two_bots_with_different_secrets_run_together() throws Exception {
        FakeApp codeDoc = start(Project.CODE_DOC, StandIn.start(0));
        FakeApp website = start(Project.STUDI_PUBLIC_WEBSITE, StandIn.start(0));
        FakeChannel channel = workspace.channel("general").invites(codeDoc).invites(website);

        workspace.member("Ana").mentions(codeDoc, channel, "one");
        workspace.member("Ana").mentions(website, channel, "two");

        assertEquals(codeDoc.userId(), channel.awaits("You asked: one").author());
        assertEquals(website.userId(), channel.awaits("You asked: two").author());
    }

    @ParameterizedTest
    @EnumSource(Project.class)
    void a_manifest_has_exactly_the_scopes_its_bot_needs(Project project) throws Exception {
        JsonNode manifest = new JsonMapper().readTree(manifest(project));
        Set<String> scopes = new TreeSet<>();
        manifest.at("/oauth_config/scopes/bot").forEach(scope -> scopes.add(scope.asText()));

        assertEquals(Bot.scopes(project), scopes);
        assertEquals(
                project.command(),
                manifest.at("/features/slash_commands/0/command").asText());
        assertTrue(manifest.at("/settings/event_subscriptions/request_url")
                .asText()
                .endsWith(Bot.EVENTS));
        assertTrue(workspace.app("x").manifest(manifest.toString()).isOnline());
    }

    @Test
    void a_failed_service_is_excused_in_the_users_language() throws Exception {
        FakeApp app = start(
                Project.CODE_DOC,
                WebhookServer.start(0, request -> WebhookResponse.text("").withStatus(503)));

        workspace.member("Luc").speaks("fr-FR").messages(app, "Pourquoi ?");

        FakePost answer = workspace.member("Luc").chatWith(app).awaits("injoignable");
        assertTrue(answer.versions().get(0).startsWith("_Un instant"));
    }

    @Test
    void a_json_answer_is_shown_as_text() throws Exception {
        FakeApp app = start(Project.CODE_DOC, WebhookServer.start(0, request -> WebhookResponse.json("\"4\\n2\"")));

        workspace.member("Ana").messages(app, "What is it?");

        assertEquals("4\n2", workspace.member("Ana").chatWith(app).awaits("4").text());
    }

    @Test
    void an_endless_answer_is_aborted() throws Exception {
        FakeApp app = start(
                Project.CODE_DOC,
                WebhookServer.start(
                        0,
                        request -> WebhookResponse.streamed("text/plain", out -> {
                            for (int i = 0; i < 1_000; i++) {
                                out.write("more and more ".repeat(100).getBytes(StandardCharsets.UTF_8));
                            }
                        })));

        workspace.member("Ana").messages(app, "Go on");

        workspace.member("Ana").chatWith(app).awaits("cannot be reached");
    }

    @Test
    void an_empty_question_is_answered_with_a_question() throws Exception {
        FakeApp app = start(Project.CODE_DOC, StandIn.start(0));
        FakeChannel channel = workspace.channel("general").invites(app);

        workspace.member("Ana").mentions(app, channel, "");

        channel.awaits("What would you like to know?");
    }

    @Test
    void the_bot_id_and_health_routes_answer() throws Exception {
        FakeApp app = start(Project.CODE_DOC, StandIn.start(0));
        URI url = URI.create("http://localhost:" + ((Bot) started.get(0)).port());
        HttpClient http = HttpClient.newHttpClient();

        assertEquals(
                "{\"user_id\":\"" + app.userId() + "\"}",
                http.send(HttpRequest.newBuilder(url.resolve("/bot_user_id")).build(), BodyHandlers.ofString())
                        .body());
        assertEquals(
                200,
                http.send(HttpRequest.newBuilder(url.resolve("/health")).build(), BodyHandlers.ofString())
                        .statusCode());
    }

    @Test
    void a_line_break_split_across_pieces_is_recognized() {
        String text = "a" + LineBreaks.TOKEN + LineBreaks.TOKEN + "b\\/ c" + LineBreaks.TOKEN;
        for (int size = 1; size < text.length(); size++) {
            StringBuilder read = new StringBuilder();
            LineBreaks breaks = new LineBreaks(read::append);
            for (int i = 0; i < text.length(); i += size) {
                breaks.accept(text.substring(i, Math.min(text.length(), i + size)));
            }
            breaks.end();
            assertEquals("a\n\nb\\/ c\n", read.toString());
        }
    }

    @Test
    void projects_have_a_title_and_a_file_name() {
        assertEquals(Optional.of(Project.CODE_DOC), Project.named("CodeDoc"));
        assertEquals(Optional.of(Project.STUDI_PUBLIC_WEBSITE), Project.named("studi-public-website"));
        assertFalse(Project.named("other").isPresent());
        assertEquals("/ask-code", Project.CODE_DOC.command().toLowerCase(Locale.ROOT));
    }
}
