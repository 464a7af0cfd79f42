package dev.parlance.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parlance.prompt.Prompts;
import dev.parlance.settings.Secret;
import dev.parlance.testkit.workspace.Delivered;
import dev.parlance.testkit.workspace.FakeApp;
import dev.parlance.testkit.workspace.FakeFile;
import dev.parlance.testkit.workspace.FakePost;
import dev.parlance.testkit.workspace.SlackFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BotEventsTest {
    private final Office office = new Office();

    @AfterEach
    void closeTheOffice() {
        office.close();
    }

    private List<String> answers() {
        return office.general.answers().stream().map(FakePost::text).toList();
    }

    @Test
    void a_mention_is_answered_where_it_was_written() {
        office.bot(bot -> bot.onMention((mention, reply) -> reply.say("You asked: " + mention.text())));

        office.ana.mentions(office.app, office.general, "What is a plan?");

        assertThat(answers()).containsExactly("You asked: What is a plan?");
        assertThat(office.general.answers().get(0).thread()).isEmpty();
    }

    @Test
    void a_direct_message_is_answered() {
        office.bot(bot -> bot.onDirectMessage((message, reply) -> reply.say("Hello, <@" + message.author() + ">")));

        office.ana.messages(office.app, "hi");

        office.ana.chatWith(office.app).awaits("Hello, &lt;@" + office.ana.id() + "&gt;");
    }

    @Test
    void a_thread_begins_with_the_message_that_is_answered_in_one() {
        office.bot(bot -> bot.onMention((mention, reply) -> reply.inThread("here")));

        FakePost question = office.ana.mentions(office.app, office.general, "Where?");

        assertThat(office.general.answers().get(0).thread()).contains(question.ts());
    }

    @Test
    void what_is_asked_in_a_thread_is_answered_in_that_thread() {
        office.bot(bot -> bot.onMention((mention, reply) -> reply.say("here")));
        FakePost first = office.ana.writes(office.general, "Good morning");

        office.ana.mentionsInThread(office.app, first, "Where?");

        assertThat(office.general.answers().get(0).thread()).contains(first.ts());
    }

    @Test
    void its_own_name_is_no_part_of_what_it_was_asked() {
        List<String> asked = new ArrayList<>();
        office.bot(bot -> bot.onMention((mention, reply) -> asked.add(mention.text())));

        office.ana.writes(office.general, "Tell me <@" + office.app.userId() + "> what &lt;b&gt; is");

        assertThat(asked).containsExactly("Tell me what <b> is");
    }

    @Test
    void people_channels_and_links_in_the_text_are_parts_of_it() {
        List<List<Part>> asked = new ArrayList<>();
        office.bot(bot -> bot.onMention((mention, reply) -> asked.add(mention.parts())));

        office.ana.mentions(
                office.app, office.general, "ask <@U7|ben> in <#C9|help>, see <https://a.example?b=1&amp;c|it>");

        assertThat(asked)
                .containsExactly(List.of(
                        Part.words("ask "),
                        new Part.Person("U7", "ben"),
                        Part.words(" in "),
                        new Part.Channel("C9", "help"),
                        Part.words(", see "),
                        Part.link("https://a.example?b=1&c", "it")));
    }

    @Test
    void files_come_with_a_message() {
        List<SharedFile> files = new ArrayList<>();
        office.bot(bot -> bot.onDirectMessage((message, reply) -> files.addAll(message.files())));

        office.ana.messages(office.app, "", new FakeFile("plan.png", "image/png", 1_024));

        assertThat(files).hasSize(1);
        assertThat(files.get(0).name()).isEqualTo("plan.png");
        assertThat(files.get(0).contentType()).isEqualTo("image/png");
        assertThat(files.get(0)).doesNotHaveToString("plan.png");
    }

    @Test
    void people_are_called_by_parts_and_by_nothing_else() {
        office.bot(bot -> bot.onMention((mention, reply) -> reply.say(
                Part.person(mention.author()),
                Part.words(" said <!channel> & "),
                Part.link("https://a.example", "this"))));

        office.ana.mentions(office.app, office.general, "x");

        assertThat(answers())
                .containsExactly("<@" + office.ana.id() + "> said &lt;!channel&gt; &amp; <https://a.example|this>");
    }

    @Test
    void it_never_answers_itself() {
        AtomicInteger handled = new AtomicInteger();
        office.bot(bot -> bot.onMention((mention, reply) -> {
                    handled.incrementAndGet();
                    reply.say(Part.person(office.app.userId()), Part.words(" again"))
                            .update("changed");
                })
                .onAny(event -> handled.addAndGet(100)));

        office.ana.mentions(office.app, office.general, "go");
        office.workspace.settle();

        assertThat(handled).hasValue(101);
        assertThat(office.app.deliveries()).extracting(Delivered::type).containsSequence("app_mention", "app_mention");
        assertThat(office.app.deliveries()).extracting(Delivered::status).containsOnly(200);
    }

    @Test
    void it_never_answers_another_bot() {
        List<String> heard = new ArrayList<>();
        office.bot(bot ->
                bot.onMention((mention, reply) -> heard.add(mention.text())).onAny(event -> heard.add(event.type())));
        FakeApp other = office.workspace.app("Other").scopes("chat:write").install();
        office.general.invites(other);

        try (BotClient otherClient = BotClient.with(Secret.of(other.token()))
                .api(office.workspace.api())
                .build()) {
            otherClient.post(office.general.id(), Optional.empty(), List.of(Part.person(office.app.userId())));
        }
        office.workspace.settle();

        assertThat(office.app.deliveries()).extracting(Delivered::type).contains("app_mention");
        assertThat(heard).isEmpty();
    }

    @Test
    void who_asks_in_french_is_answered_in_french_and_who_asks_in_an_unknown_language_in_the_default() {
        Prompts prompts = Prompts.of(Map.of(
                "en-US", Map.of("language", "en-US", "hello", "Hello, {name}!"),
                "fr-FR", Map.of("language", "fr-FR", "hello", "Bonjour, {name} !")));
        office.bot(bot -> bot.prompts(prompts)
                .onDirectMessage((message, reply) -> reply.prompt("hello", "name", message.text())));

        office.ana.speaks("fr-FR").messages(office.app, "Ana");
        office.workspace.member("Bo").speaks("xx").messages(office.app, "Bo");

        office.ana.chatWith(office.app).awaits("Bonjour, Ana !");
        office.workspace
                .member("Bo")
                .chatWith(office.app)
                .awaits(prompts.defaultLanguage().text("hello", "name", "Bo"));
    }

    @Test
    void a_language_is_asked_for_once() {
        Prompts prompts = Prompts.of(Map.of("en-US", Map.of("language", "en-US", "hello", "Hello!")));
        office.bot(bot -> bot.prompts(prompts).onDirectMessage((message, reply) -> reply.prompt("hello")));

        office.ana.messages(office.app, "1");
        office.ana.messages(office.app, "2");

        assertThat(office.workspace.requests("users.info")).isEqualTo(1);
    }

    @Test
    void without_the_right_to_know_languages_the_default_is_spoken_and_nobody_is_asked_again() {
        Prompts prompts = Prompts.of(Map.of("en-US", Map.of("language", "en-US", "hello", "Hello!")));
        office.workspace.next("users.info", SlackFault.error("missing_scope"));
        office.bot(bot -> bot.prompts(prompts).onDirectMessage((message, reply) -> reply.prompt("hello")));

        office.ana.messages(office.app, "1");
        office.workspace.member("Bo").messages(office.app, "2");

        assertThat(office.workspace.requests("users.info")).isEqualTo(1);
        assertThat(office.workspace.requests("chat.postMessage")).isEqualTo(2);
    }

    @Test
    void the_removal_of_the_app_is_an_event_as_any_other() {
        List<BotEvent> events = new ArrayList<>();
        office.bot(bot -> bot.on("app_uninstalled", events::add));

        office.app.uninstall();

        assertThat(events).extracting(BotEvent::space).containsExactly(office.workspace.teamId());
        assertThatThrownBy(() -> office.client.post(office.general.id(), "x"))
                .isInstanceOf(BotException.class)
                .hasMessageContaining("install it again");
    }

    @Test
    void the_scopes_that_a_bot_needs_follow_from_what_it_handles() {
        BotEvents bot = office.bot(options -> options.onDirectMessage((message, reply) -> {})
                .onMention((mention, reply) -> {})
                .onCommand("/ask", command -> Answer.nothing()));

        assertThat(bot.scopes()).containsExactlyInAnyOrder("app_mentions:read", "chat:write", "commands", "im:history");
    }

    @Test
    void a_prompt_without_prompts_says_what_is_missing() {
        List<Throwable> failed = new ArrayList<>();
        office.bot(bot -> bot.onMention((mention, reply) -> reply.prompt("hello"))
                .onFailure((event, failure) -> failed.add(failure)));

        office.ana.mentions(office.app, office.general, "x");

        assertThat(failed).singleElement().asString().contains("prompts(…)");
    }

    @Test
    void who_knows_a_language_better_says_so() {
        Prompts prompts = Prompts.of(Map.of(
                "en-US", Map.of("language", "en-US", "hello", "Hello!"),
                "fr-FR", Map.of("language", "fr-FR", "hello", "Bonjour !")));
        office.bot(bot -> bot.prompts(prompts)
                .language(message -> Optional.of("fr"))
                .onMention((mention, reply) -> reply.prompt("hello")));

        office.ana.mentions(office.app, office.general, "x");

        assertThat(answers()).containsExactly("Bonjour !");
    }
}
