package dev.parlance.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.fake.slack.FakePost;
import dev.parlance.prompt.Prompts;
import dev.parlance.security.SlackSignature;
import dev.parlance.webhook.WebhookRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private final BotFixture fixture = new BotFixture();

    @AfterEach
    void tearDown() {
        fixture.close();
    }

    @Test
    void a_command_is_answered_to_its_user_at_once() {
        fixture.bot(bot -> bot.onCommand("/ask", command -> ImmediateReply.post("You asked <" + command.text() + ">")));

        String shown = fixture.ana.types(fixture.app, fixture.general, "/ask", "why?");

        assertThat(shown).isEqualTo("You asked &lt;why?&gt;");
        assertThat(fixture.ana.ephemeralMessages()).containsExactly(shown);
        assertThat(fixture.general.answers()).isEmpty();
    }

    @Test
    void an_answer_to_everyone_is_visible_to_everyone() {
        fixture.bot(bot -> bot.onCommand("/ask", command -> ImmediateReply.postToEveryone("42")));

        fixture.ana.types(fixture.app, fixture.general, "/ask", "");

        assertThat(fixture.general.answers()).extracting(FakePost::text).containsExactly("42");
        assertThat(fixture.ana.ephemeralMessages()).isEmpty();
    }

    @Test
    void a_command_can_be_answered_later_in_the_users_language() {
        Prompts prompts = Prompts.of(Map.of("fr-FR", Map.of("language", "fr-FR", "done", "C''est fait.")));
        fixture.botWithThreads(bot -> bot.prompts(prompts)
                .onCommand(
                        "/ask",
                        command -> ImmediateReply.post("One moment …").withFollowUp(reply -> {
                            reply.postPrompt("done");
                            reply.postToEveryone(MessagePart.text("for all"));
                        })));

        fixture.ana.speaks("fr-FR").types(fixture.app, fixture.general, "/ask", "");

        fixture.general.awaits("for all");
        assertThat(fixture.ana.ephemeralMessages().get(0)).isEqualTo("One moment …");
        assertThat(fixture.ana.ephemeralMessages().get(1)).startsWith("C'");
    }

    @Test
    void too_many_answers_to_a_command_are_an_error() {
        List<Throwable> failed = new ArrayList<>();
        fixture.bot(bot -> bot.onFailure((event, failure) -> failed.add(failure))
                .onCommand(
                        "/ask",
                        command -> ImmediateReply.nothing().withFollowUp(reply -> {
                            for (int i = 0; i < 6; i++) {
                                reply.post("answer " + i);
                            }
                        })));

        fixture.ana.types(fixture.app, fixture.general, "/ask", "");

        assertThat(fixture.ana.ephemeralMessages()).hasSize(5);
        assertThat(failed).singleElement().asString().contains("five times within half an hour");
    }

    @Test
    void a_command_without_a_handler_is_an_error() {
        fixture.bot(bot -> bot);

        assertThatThrownBy(() -> fixture.ana.types(fixture.app, fixture.general, "/other", ""))
                .hasMessageContaining("404");
    }

    @Test
    void a_replayed_command_is_not_handled_again() {
        AtomicInteger done = new AtomicInteger();
        BotEvents bot = fixture.bot(options -> options.onCommand("/ask", command -> {
            done.incrementAndGet();
            return ImmediateReply.nothing();
        }));
        WebhookRequest command = SlackSignature.of(fixture.app.signingSecret())
                .sign(WebhookRequest.post(BotFixture.URL).withForm("command", "/ask", "text", "x"));

        assertThat(bot.respond(command).status()).isEqualTo(200);
        assertThat(bot.respond(command).status()).isEqualTo(200);

        assertThat(done).hasValue(1);
    }

    @Test
    void a_button_is_answered_at_its_response_url() {
        fixture.bot(bot ->
                bot.onInteraction("yes", interaction -> ImmediateReply.post("You chose " + interaction.value())));
        fixture.client.post(fixture.general.id(), "Choose");
        FakePost post = fixture.general.awaits("Choose");

        fixture.ana.presses(fixture.app, post, "yes", "tea");

        assertThat(fixture.ana.ephemeralMessages()).containsExactly("You chose tea");
    }

    @Test
    void a_button_can_be_replaced_by_the_choice() {
        fixture.bot(bot -> bot.onInteraction(
                "yes", pressed -> ImmediateReply.nothing().withFollowUp(reply -> reply.updateOriginal("Tea it is."))));
        fixture.client.post(fixture.general.id(), "Choose");
        FakePost post = fixture.general.awaits("Choose");

        fixture.ana.presses(fixture.app, post, "yes", "tea");

        assertThat(post.text()).isEqualTo("Tea it is.");
    }

    @Test
    void a_form_can_be_answered_with_json() {
        String errors = "{\"response_action\":\"errors\",\"errors\":{\"name\":\"Who?\"}}";
        fixture.bot(bot -> bot.onInteraction("sign-up", form -> ImmediateReply.json(errors)));

        String answer = fixture.ana.submits(fixture.app, "sign-up", Map.of("name", ""));

        assertThat(answer).isEqualTo(errors);
    }

    @Test
    void a_text_answer_to_a_form_fails_with_advice() {
        List<Throwable> failed = new ArrayList<>();
        fixture.bot(bot -> bot.onInteraction("sign-up", form -> ImmediateReply.post("Thank you"))
                .onFailure((event, failure) -> failed.add(failure)));

        fixture.ana.submits(fixture.app, "sign-up", Map.of("name", "Ana"));

        assertThat(failed).singleElement().asString().contains("ImmediateReply.json(…)");
    }

    @Test
    void a_certificate_check_is_accepted() {
        BotEvents bot = fixture.bot(options -> options);
        WebhookRequest check = SlackSignature.of(fixture.app.signingSecret())
                .sign(WebhookRequest.post(BotFixture.URL).withForm("ssl_check", "1", "token", "x"));

        assertThat(bot.respond(check).status()).isEqualTo(200);
    }

    @Test
    void an_unknown_form_is_refused() {
        BotEvents bot = fixture.bot(options -> options);
        SlackSignature signature = SlackSignature.of(fixture.app.signingSecret());

        assertThat(bot.respond(signature.sign(
                                WebhookRequest.post(BotFixture.URL).withForm("a", "b")))
                        .status())
                .isEqualTo(400);
        assertThat(bot.respond(signature.sign(
                                WebhookRequest.post(BotFixture.URL).withForm("payload", "{")))
                        .status())
                .isEqualTo(400);
    }
}
