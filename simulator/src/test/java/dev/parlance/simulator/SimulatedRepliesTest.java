package dev.parlance.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parlance.webhook.Parameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Buttons, lists, cards and forms on the simulator's phones. */
@Timeout(60)
class SimulatedRepliesTest {
    private static final String SHOP = "whatsapp:+15005550100";
    private static final String AGENT = "rcs:shop_agent";
    private static final String ANA = "whatsapp:+5215512345678";

    private final SimulatorFixture page = new SimulatorFixture();

    @BeforeEach
    void setUp() throws Exception {
        page.twilio.number(SHOP).onText("https://shop.example/sms");
        page.twilio.number(AGENT).onText("https://shop.example/sms");
        page.submit("/api/texts", "{'from': '%s', 'to': '%s', 'body': 'hola'}".formatted(ANA, SHOP));
    }

    @AfterEach
    void close() {
        page.close();
    }

    private JsonNode latest(String number) throws Exception {
        JsonNode messages = page.phone(number).path("messages");
        return messages.path(messages.size() - 1);
    }

    private Parameters reply(String number, String what) throws Exception {
        String message = latest(number).path("key").asText();
        page.submit("/api/texts/replies", "{'number': '%s', 'message': '%s', %s}".formatted(number, message, what));
        return page.received.get(page.received.size() - 1).formParameters();
    }

    @Test
    void a_button_is_shown_and_tapped() throws Exception {
        page.applicationSends(
                SHOP,
                ANA,
                "twilio/quick-reply",
                "{'body': 'Tea?', 'actions': [{'title': 'Yes', 'id': 'y'}, {'title': 'No', 'id': 'n'}]}");

        assertThat(latest(ANA).path("body").asText()).isEqualTo("Tea?");
        assertThat(latest(ANA).path("content").path("buttons").findValuesAsText("title"))
                .containsExactly("Yes", "No");

        Parameters tapped = reply(ANA, "'button': 1");

        assertThat(tapped.required("ButtonPayload")).isEqualTo("n");
        assertThat(tapped.required("Body")).isEqualTo("No");
        assertThat(page.phone(ANA).path("messages").findValuesAsText("body")).endsWith("No", "echo: No");
    }

    @Test
    void an_item_of_a_list_is_picked() throws Exception {
        page.applicationSends(
                SHOP,
                ANA,
                "twilio/list-picker",
                "{'body': 'Which?', 'button': 'Choose', 'items': ["
                        + "{'id': 't', 'item': 'Tea', 'description': 'green'}, {'id': 'l', 'item': 'Latte'}]}");

        JsonNode list = latest(ANA).path("content").path("list");
        assertThat(list.path("button").asText()).isEqualTo("Choose");
        assertThat(list.path("items").findValuesAsText("title")).containsExactly("Tea", "Latte");
        assertThat(list.path("items").findValuesAsText("description")).containsExactly("green", "");

        assertThat(reply(ANA, "'item': 0").required("ListId")).isEqualTo("t");
    }

    @Test
    void the_buttons_of_all_cards_are_counted_together() throws Exception {
        page.submit("/api/phones", "{'number': '+5215512345678', 'name': 'Ana', 'whatsapp': true, 'rcs': true}");
        page.applicationSends(
                AGENT,
                "rcs:+5215512345678",
                "twilio/carousel",
                "{'body': 'Today', 'cards': ["
                        + "{'title': 'Tea', 'body': 'Green', 'media': 'https://shop.example/tea.png', 'actions': ["
                        + "{'type': 'QUICK_REPLY', 'title': 'Take tea', 'id': 'tea'}]}, "
                        + "{'title': 'Latte', 'body': 'Hot', 'media': 'https://shop.example/latte.png', 'actions': ["
                        + "{'type': 'QUICK_REPLY', 'title': 'Take latte', 'id': 'latte'}]}]}");

        JsonNode cards = latest("rcs:+5215512345678").path("content").path("cards");
        assertThat(cards.findValuesAsText("media"))
                .containsExactly("https://shop.example/tea.png", "https://shop.example/latte.png");
        assertThat(cards.path(1).path("buttons").findValuesAsText("index")).containsExactly("1");

        assertThat(reply("rcs:+5215512345678", "'button': 1").required("ButtonPayload"))
                .isEqualTo("latte");
    }

    @Test
    void a_form_is_sent_with_its_fields() throws Exception {
        page.applicationSends(
                SHOP,
                ANA,
                "whatsapp/flows",
                "{'body': 'Book', 'button_text': 'Open', 'flow_id': '1', 'flow_first_page_id': 'START',"
                        + " 'is_flow_first_page_endpoint': false}");

        assertThat(latest(ANA).path("content").path("buttons").findValuesAsText("action"))
                .containsExactly("flow");
        assertThat(reply(ANA, "'form': '{}'").required("FlowData")).isEqualTo("{}");
    }

    @Test
    void a_person_can_be_added_on_several_channels_at_once() throws Exception {
        page.submit("/api/phones", "{'number': '+15005550009', 'name': 'Zoe', 'whatsapp': true, 'rcs': true}");

        for (String number : new String[] {"+15005550009", "whatsapp:+15005550009", "rcs:+15005550009"}) {
            assertThat(page.phone(number).path("name").asText()).isEqualTo("Zoe");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'button': 7|The message has no button 7.",
                "'item': 0|The message has no list item 0.",
                "'button': 'one'|The message has no button -1.",
                "'form': '[]'|The fields of the form must be a JSON object.",
                "'form': 'tea'|The fields of the form are not JSON:",
                "'tap': 1|The field \"form\" is missing."
            },
            quoteCharacter = '`')
    void an_impossible_reply_is_refused_with_a_message(String what, String problem) throws Exception {
        String message = latest(ANA).path("key").asText();

        assertThat(page.post(
                                "/api/texts/replies",
                                "{'number': '%s', 'message': '%s', %s}".formatted(ANA, message, what))
                        .body())
                .startsWith(problem);
        assertThat(page.post("/api/texts/replies", "{'number': '%s', 'message': 'SM0', %s}".formatted(ANA, what))
                        .body())
                .isEqualTo("The phone has no message SM0.");
    }
}
