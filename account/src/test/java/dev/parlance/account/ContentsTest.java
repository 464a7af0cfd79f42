package dev.parlance.account;

import static dev.parlance.account.FakeAccount.OUR_NUMBER;
import static dev.parlance.testkit.TwilioAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.outbound.Content;
import dev.parlance.outbound.Content.Button;
import dev.parlance.outbound.Content.Item;
import dev.parlance.outbound.ContentApproval;
import dev.parlance.outbound.ContentApproval.Category;
import dev.parlance.outbound.ContentApproval.Status;
import dev.parlance.outbound.StoredContent;
import dev.parlance.outbound.TextMessage;
import dev.parlance.testkit.ForEachTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ContentsTest {
    private static final Address ANA = Address.of("whatsapp:+5215512345678");
    private static final Content READY = Content.quickReply(
                    "Ready, {{1}}?", Button.of("Yes", "y"), Button.of("No", "n"))
            .withName("ready")
            .withSample("1", "you");

    @ForEachTest
    static final FakeTwilio twilio = FakeTwilio.create();

    @RegisterExtension
    final FakeAccount fake = new FakeAccount(twilio);

    private final FakePhone ana = twilio.phone(ANA.value());

    @BeforeEach
    void whatsAppSender() {
        twilio.number("whatsapp:" + OUR_NUMBER);
    }

    private Contents contents() {
        return fake.account().contents();
    }

    @Test
    void content_is_created_found_listed_and_deleted() {
        StoredContent stored = contents().create(READY);

        assertThat(stored.name()).isEqualTo("ready");
        assertThat(stored.language()).isEqualTo("en");
        assertThat(contents().find(stored.sid())).contains(stored);
        assertThat(contents().list()).containsExactly(stored);
        assertThat(contents().delete(stored.sid())).isTrue();
        assertThat(contents().find(stored.sid())).isEmpty();
        assertThat(contents().delete(stored.sid())).isFalse();
    }

    @Test
    void a_long_list_is_fetched_page_by_page() {
        for (int i = 0; i < 51; i++) {
            contents().create(Content.text("text " + i));
        }

        assertThat(contents().list().map(StoredContent::sid).distinct()).hasSize(51);
    }

    @Test
    void contents_are_listed_with_their_approvals_in_one_request() {
        String sid = contents().create(READY).sid();
        contents().create(READY.withName("ready_later"));
        contents().create(READY.withName("other"));
        contents().requestApproval(sid, "ready", Category.UTILITY);
        int before = twilio.log().requests().size();

        assertThat(contents().listReviewed("ready"))
                .extracting(
                        reviewed -> reviewed.content().name(),
                        reviewed -> reviewed.approval().status())
                .containsExactlyInAnyOrder(tuple("ready", Status.RECEIVED), tuple("ready_later", Status.UNSUBMITTED));

        assertThat(twilio.log().requests()).hasSize(before + 1);
    }

    @Test
    void a_filter_with_other_characters_is_rejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> contents().listReviewed("a.*"))
                .withMessageContaining("letters, digits and underscores");
    }

    @Test
    void a_refused_content_says_what_to_do() {
        String sid = contents().create(READY.withText("Ready, {{1}}?")).sid();
        Address phone = Address.of("+5215512345678");

        assertThatExceptionOfType(AccountException.class)
                .isThrownBy(() -> fake.account().send(TextMessage.content(phone, sid, Map.of("1", "a\tb"))))
                .withMessageContaining("has a line break, a tab or five spaces in a row. Give each variable one line");
        contents().delete(sid);
        assertThatExceptionOfType(AccountException.class)
                .isThrownBy(() -> fake.account().send(TextMessage.content(phone, sid, Map.of())))
                .withMessageContaining("The account has no such content");
    }

    @Test
    void an_approved_template_is_sent_at_any_time() {
        String sid = contents().create(READY).sid();
        assertThat(contents().approval(sid).status()).isEqualTo(Status.UNSUBMITTED);
        assertThat(contents().requestApproval(sid, "ready", Category.UTILITY).status())
                .isEqualTo(Status.RECEIVED);
        twilio.advance(Duration.ofMinutes(5));
        assertThat(contents().approval(sid).isApproved()).isTrue();

        fake.account().send(TextMessage.content(ANA, sid, Map.of("1", "Ana")));

        assertThat(ana.receives()).withBody("Ready, Ana?").hasButtons("Yes", "No");
    }

    @Test
    void a_rejection_has_a_reason() {
        String sid = contents().create(READY).sid();
        contents().requestApproval(sid, "ready", Category.MARKETING);
        twilio.content(sid).rejects("Too vague");

        assertThat(contents().approval(sid)).isEqualTo(new ContentApproval(Status.REJECTED, "ready", "Too vague"));
    }

    @Test
    void a_list_is_sent_within_the_window() {
        Content drinks = Content.list("Which?", "Choose", Item.of("Tea", "1"), new Item("Latte", "2", "with milk"));
        String sid = contents().create(drinks).sid();
        ana.textsTo("whatsapp:" + OUR_NUMBER, "hi");

        fake.account().send(TextMessage.content(ANA, sid, Map.of()));

        assertThat(ana.receives()).hasList("Tea", "Latte");
    }

    @Test
    void a_phone_without_buttons_gets_the_text() {
        String sid = contents().create(READY.withText("Reply YES, {{1}}")).sid();

        fake.account().send(TextMessage.content(Address.of("+5215512345678"), sid, Map.of()));

        assertThat(twilio.phone("+5215512345678").receives()).withBody("Reply YES, you");
    }
}
