package dev.parlance.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.fake.slack.EventDelivery;
import dev.parlance.fake.slack.FakeApp;
import dev.parlance.fake.slack.FakeFile;
import dev.parlance.fake.slack.FakePost;
import dev.parlance.fake.slack.SlackFault;
import dev.parlance.prompt.Prompts;
import dev.parlance.settings.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BotEventsTest {
    private final BotFixture fixture = new BotFixture();

    @AfterEach
    void tearDown() {
        fixture.close();
    }

    private List<String> answers() {
        return fixture.general.answers().stream().map(FakePost::text).toList();
    }

    @Test
    void a_mention_is_answered_in_its_channel() {
        fixture.bot(bot -> bot.onMention((mention, reply) -> reply.post("You asked: " + mention.text())));

        fixture.ana.mentions(fixture.app, fixture.general, "What is a plan?");

        assertThat(answers()).containsExactly("You asked: What is a plan?");
        assertThat(fixture.general.answers().get(0).thread()).isEmpty();
    }

    @Test
    void a_direct_message_is_answered() {
        fixture.bot(bot -> bot.onDirectMessage((message, reply) -> reply.post("Hello, <@" + message.author() + ">")));

        fixture.ana.messages(fixture.app, "hi");

        fixture.ana.chatWith(fixture.app).awaits("Hello, &lt;@" + fixture.ana.id() + "&gt;");
    }

    @Test
    void a_reply_in_a_thread_starts_a_thread() {
        fixture.bot(bot -> bot.onMention((mention, reply) -> reply.postInThread("here")));

        FakePost question = fixture.ana.mentions(fixture.app, fixture.general, "Where?");

        assertThat(fixture.general.answers().get(0).thread()).contains(question.ts());
    }

    @Test
    void a_question_in_a_thread_is_answered_in_that_thread() {
        fixture.bot(bot -> bot.onMention((mention, reply) -> reply.post("here")));
        FakePost first = fixture.ana.writes(fixture.general, "Good morning");

        fixture.ana.mentionsInThread(fixture.app, first, "Where?");

        assertThat(fixture.general.answers().get(0).thread()).contains(first.ts());
    }

    @Test
    void the_bots_own_name_is_removed_from_the_text() {
        List<String> asked = new ArrayList<>();
        fixture.bot(bot -> bot.onMention((mention, reply) -> asked.add(mention.text())));

        fixture.ana.writes(fixture.general, "Tell me <@" + fixture.app.userId() + "> what &lt;b&gt; is");

        assertThat(asked).containsExactly("Tell me what <b> is");
    }

    @Test
    void users_channels_and_links_become_parts() {
        List<List<MessagePart>> asked = new ArrayList<>();
        fixture.bot(bot -> bot.onMention((mention, reply) -> asked.add(mention.parts())));

        fixture.ana.mentions(
                fixture.app, fixture.general, "ask <@U7|ben> in <#C9|help>, see <https://a.example?b=1&amp;c|it>");

        assertThat(asked)
                .containsExactly(List.of(
                        MessagePart.text("ask "),
                        new MessagePart.Person("U7", "ben"),
                        MessagePart.text(" in "),
                        new MessagePart.Channel("C9", "help"),
                        MessagePart.text(", see "),
                        MessagePart.link("https://a.example?b=1&c", "it")));
    }

    @Test
    void a_message_has_its_files() {
        List<SharedFile> files = new ArrayList<>();
        fixture.bot(bot -> bot.onDirectMessage((message, reply) -> files.addAll(message.files())));

        fixture.ana.messages(fixture.app, "", new FakeFile("plan.png", "image/png", 1_024));

        assertThat(files).hasSize(1);
        assertThat(files.get(0).name()).isEqualTo("plan.png");
        assertThat(files.get(0).contentType()).isEqualTo("image/png");
        assertThat(files.get(0)).doesNotHaveToString("plan.png");
    }

    @Test
    void only_parts_mention_people() {
        fixture.bot(bot -> bot.onMention((mention, reply) -> reply.post(
                MessagePart.person(mention.author()),
                MessagePart.text(" said <!channel> & "),
                MessagePart.link("https://a.example", "this"))));

        fixture.ana.mentions(fixture.app, fixture.general, "x");

        assertThat(answers())
                .containsExactly("<@" + fixture.ana.id() + "> said &lt;!channel&gt; &amp; <https://a.example|this>");
    }

    @Test
    void the_bot_never_answers_itself() {
        AtomicInteger handled = new AtomicInteger();
        fixture.bot(bot -> bot.onMention((mention, reply) -> {
                    handled.incrementAndGet();
                    reply.post(MessagePart.person(fixture.app.userId()), MessagePart.text(" again"))
                            .update("changed");
                })
                .onAny(event -> handled.addAndGet(100)));

        fixture.ana.mentions(fixture.app, fixture.general, "go");
        fixture.workspace.settle();

        assertThat(handled).hasValue(101);
        assertThat(fixture.app.deliveries())
                .extracting(EventDelivery::type)
                .containsSequence("app_mention", "app_mention");
        assertThat(fixture.app.deliveries()).extracting(EventDelivery::status).containsOnly(200);
    }

    @Test
    void the_bot_never_answers_another_bot() {
        List<String> received = new ArrayList<>();
        fixture.bot(bot -> bot.onMention((mention, reply) -> received.add(mention.text()))
                .onAny(event -> received.add(event.type())));
        FakeApp other = fixture.workspace.app("Other").scopes("chat:write").install();
        fixture.general.invites(other);

        try (BotClient otherClient = BotClient.builder(Secret.of(other.token()))
                .api(fixture.workspace.api())
                .build()) {
            otherClient.post(fixture.general.id(), Optional.empty(), List.of(MessagePart.person(fixture.app.userId())));
        }
        fixture.workspace.settle();

        assertThat(fixture.app.deliveries()).extracting(EventDelivery::type).contains("app_mention");
        assertThat(received).isEmpty();
    }

    @Test
    void replies_use_the_users_language_or_the_default() {
        Prompts prompts = Prompts.of(Map.of(
                "en-US", Map.of("language", "en-US", "hello", "Hello, {name}!"),
                "fr-FR", Map.of("language", "fr-FR", "hello", "Bonjour, {name} !")));
        fixture.bot(bot -> bot.prompts(prompts)
                .onDirectMessage((message, reply) -> reply.postPrompt("hello", "name", message.text())));

        fixture.ana.speaks("fr-FR").messages(fixture.app, "Ana");
        fixture.workspace.member("Bo").speaks("xx").messages(fixture.app, "Bo");

        fixture.ana.chatWith(fixture.app).awaits("Bonjour, Ana !");
        fixture.workspace
                .member("Bo")
                .chatWith(fixture.app)
                .awaits(prompts.defaultLanguage().text("hello", "name", "Bo"));
    }

    @Test
    void a_users_language_is_fetched_once() {
        Prompts prompts = Prompts.of(Map.of("en-US", Map.of("language", "en-US", "hello", "Hello!")));
        fixture.bot(bot -> bot.prompts(prompts).onDirectMessage((message, reply) -> reply.postPrompt("hello")));

        fixture.ana.messages(fixture.app, "1");
        fixture.ana.messages(fixture.app, "2");

        assertThat(fixture.workspace.requests("users.info")).isEqualTo(1);
    }

    @Test
    void without_the_scope_for_languages_the_default_is_used() {
        Prompts prompts = Prompts.of(Map.of("en-US", Map.of("language", "en-US", "hello", "Hello!")));
        fixture.workspace.failNext("users.info", SlackFault.error("missing_scope"));
        fixture.bot(bot -> bot.prompts(prompts).onDirectMessage((message, reply) -> reply.postPrompt("hello")));

        fixture.ana.messages(fixture.app, "1");
        fixture.workspace.member("Bo").messages(fixture.app, "2");

        assertThat(fixture.workspace.requests("users.info")).isEqualTo(1);
        assertThat(fixture.workspace.requests("chat.postMessage")).isEqualTo(2);
    }

    @Test
    void the_removal_of_the_app_is_an_event() {
        List<BotEvent> events = new ArrayList<>();
        fixture.bot(bot -> bot.on("app_uninstalled", events::add));

        fixture.app.uninstall();

        assertThat(events).extracting(BotEvent::workspace).containsExactly(fixture.workspace.teamId());
        assertThatThrownBy(() -> fixture.client.post(fixture.general.id(), "x"))
                .isInstanceOf(BotException.class)
                .hasMessageContaining("install it again");
    }

    @Test
    void the_required_scopes_follow_from_the_handlers() {
        BotEvents bot = fixture.bot(options -> options.onDirectMessage((message, reply) -> {})
                .onMention((mention, reply) -> {})
                .onCommand("/ask", command -> ImmediateReply.nothing()));

        assertThat(bot.scopes()).containsExactlyInAnyOrder("app_mentions:read", "chat:write", "commands", "im:history");
    }

    @Test
    void a_bot_without_prompts_explains_what_is_missing() {
        List<Throwable> failed = new ArrayList<>();
        fixture.bot(bot -> bot.onMention((mention, reply) -> reply.postPrompt("hello"))
                .onFailure((event, failure) -> failed.add(failure)));

        fixture.ana.mentions(fixture.app, fixture.general, "x");

        assertThat(failed).singleElement().asString().contains("prompts(…)");
    }

    @Test
    void the_application_can_choose_the_language() {
        Prompts prompts = Prompts.of(Map.of(
                "en-US", Map.of("language", "en-US", "hello", "Hello!"),
                "fr-FR", Map.of("language", "fr-FR", "hello", "Bonjour !")));
        fixture.bot(bot -> bot.prompts(prompts)
                .language(message -> Optional.of("fr"))
                .onMention((mention, reply) -> reply.postPrompt("hello")));

        fixture.ana.mentions(fixture.app, fixture.general, "x");

        assertThat(answers()).containsExactly("Bonjour !");
    }
}
