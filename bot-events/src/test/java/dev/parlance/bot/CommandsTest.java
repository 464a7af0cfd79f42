package dev.parlance.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.prompt.Prompts;
import dev.parlance.security.SlackSignature;
import dev.parlance.testkit.workspace.FakePost;
import dev.parlance.webhook.WebhookRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private final Office office = new Office();

    @AfterEach
    void closeTheOffice() {
        office.close();
    }

    @Test
    void a_command_is_answered_at_once_to_whoever_typed_it() {
        office.bot(bot -> bot.onCommand("/ask", command -> Answer.text("You asked <" + command.text() + ">")));

        String shown = office.ana.types(office.app, office.general, "/ask", "why?");

        assertThat(shown).isEqualTo("You asked &lt;why?&gt;");
        assertThat(office.ana.whispers()).containsExactly(shown);
        assertThat(office.general.answers()).isEmpty();
    }

    @Test
    void an_answer_to_everyone_is_seen_by_everyone() {
        office.bot(bot -> bot.onCommand("/ask", command -> Answer.text("42").toEveryone()));

        office.ana.types(office.app, office.general, "/ask", "");

        assertThat(office.general.answers()).extracting(FakePost::text).containsExactly("42");
        assertThat(office.ana.whispers()).isEmpty();
    }

    @Test
    void a_command_can_be_answered_later_in_the_language_of_whoever_typed_it() {
        Prompts prompts = Prompts.of(Map.of("fr-FR", Map.of("language", "fr-FR", "done", "C''est fait.")));
        office.botInItsOwnThreads(bot -> bot.prompts(prompts)
                .onCommand(
                        "/ask",
                        command -> Answer.text("One moment …").later(reply -> {
                            reply.prompt("done");
                            reply.sayToEveryone(Part.words("for all"));
                        })));

        office.ana.speaks("fr-FR").types(office.app, office.general, "/ask", "");

        office.general.awaits("for all");
        assertThat(office.ana.whispers().get(0)).isEqualTo("One moment …");
        assertThat(office.ana.whispers().get(1)).startsWith("C'");
    }

    @Test
    void more_answers_than_a_command_may_have_are_an_error() {
        List<Throwable> failed = new ArrayList<>();
        office.bot(bot -> bot.onFailure((event, failure) -> failed.add(failure))
                .onCommand(
                        "/ask",
                        command -> Answer.nothing().later(reply -> {
                            for (int i = 0; i < 6; i++) {
                                reply.say("answer " + i);
                            }
                        })));

        office.ana.types(office.app, office.general, "/ask", "");

        assertThat(office.ana.whispers()).hasSize(5);
        assertThat(failed).singleElement().asString().contains("five times within half an hour");
    }

    @Test
    void a_command_that_nobody_handles_is_an_error_for_whoever_typed_it() {
        office.bot(bot -> bot);

        assertThatThrownBy(() -> office.ana.types(office.app, office.general, "/other", ""))
                .hasMessageContaining("404");
    }

    @Test
    void a_command_that_is_sent_again_by_somebody_else_is_not_done_again() {
        AtomicInteger done = new AtomicInteger();
        BotEvents bot = office.bot(options -> options.onCommand("/ask", command -> {
            done.incrementAndGet();
            return Answer.nothing();
        }));
        WebhookRequest command = SlackSignature.withSecret(office.app.signingSecret())
                .sign(WebhookRequest.post(Office.URL).form("command", "/ask", "text", "x"));

        assertThat(bot.respond(command).status()).isEqualTo(200);
        assertThat(bot.respond(command).status()).isEqualTo(200);

        assertThat(done).hasValue(1);
    }

    @Test
    void a_button_is_answered_at_its_own_url() {
        office.bot(bot -> bot.onInteraction("yes", interaction -> Answer.text("You chose " + interaction.value())));
        office.client.post(office.general.id(), "Choose");
        FakePost post = office.general.awaits("Choose");

        office.ana.presses(office.app, post, "yes", "tea");

        assertThat(office.ana.whispers()).containsExactly("You chose tea");
    }

    @Test
    void a_button_can_be_replaced_by_what_was_chosen() {
        office.bot(bot -> bot.onInteraction(
                "yes", pressed -> Answer.nothing().later(reply -> reply.replaceOriginal(Part.words("Tea it is.")))));
        office.client.post(office.general.id(), "Choose");
        FakePost post = office.general.awaits("Choose");

        office.ana.presses(office.app, post, "yes", "tea");

        assertThat(post.text()).isEqualTo("Tea it is.");
    }

    @Test
    void a_form_is_answered_by_the_platforms_own_json() {
        String errors = "{\"response_action\":\"errors\",\"errors\":{\"name\":\"Who?\"}}";
        office.bot(bot -> bot.onInteraction("sign-up", form -> Answer.json(errors)));

        String answer = office.ana.submits(office.app, "sign-up", Map.of("name", ""));

        assertThat(answer).isEqualTo(errors);
    }

    @Test
    void a_form_that_is_answered_in_words_says_how_it_is_answered() {
        List<Throwable> failed = new ArrayList<>();
        office.bot(bot -> bot.onInteraction("sign-up", form -> Answer.text("Thank you"))
                .onFailure((event, failure) -> failed.add(failure)));

        office.ana.submits(office.app, "sign-up", Map.of("name", "Ana"));

        assertThat(failed).singleElement().asString().contains("Answer.json(…)");
    }

    @Test
    void the_check_of_a_commands_certificate_is_no_command() {
        BotEvents bot = office.bot(options -> options);
        WebhookRequest check = SlackSignature.withSecret(office.app.signingSecret())
                .sign(WebhookRequest.post(Office.URL).form("ssl_check", "1", "token", "x"));

        assertThat(bot.respond(check).status()).isEqualTo(200);
    }

    @Test
    void a_form_that_is_neither_is_refused() {
        BotEvents bot = office.bot(options -> options);
        SlackSignature signature = SlackSignature.withSecret(office.app.signingSecret());

        assertThat(bot.respond(signature.sign(WebhookRequest.post(Office.URL).form("a", "b")))
                        .status())
                .isEqualTo(400);
        assertThat(bot.respond(signature.sign(WebhookRequest.post(Office.URL).form("payload", "{")))
                        .status())
                .isEqualTo(400);
    }
}
