package dev.parlance.spring.test;

import static dev.parlance.testkit.TwilioAssertions.assertThat;

import dev.parlance.Address;
import dev.parlance.fake.twilio.FakePhone;
import dev.parlance.fake.twilio.FakeTwilio;
import dev.parlance.outbound.ContentStore;
import dev.parlance.spring.PublicUrl;
import dev.parlance.survey.Invitation;
import dev.parlance.survey.Surveys;
import dev.parlance.survey.WhatsAppTemplates;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.context.TestPropertySource;

/** Surveys on WhatsApp and RCS, by configuration alone. */
@ParlanceTest
@TestPropertySource(
        properties = {
            "parlance.surveys.location=classpath:desk/",
            "parlance.surveys.desks.front.surveys=coffee,tea",
            "parlance.surveys.desks.front.menu=menu",
            "parlance.surveys.messengers.front.whatsapp=+12025550198",
            "parlance.surveys.messengers.front.rcs=" + MessengersTest.SERVICE
        })
class MessengersTest {
    /** The first messaging service of a fake. */
    static final String SERVICE = "MG00000000000000000000000000000001";

    private static final String SENDER = "whatsapp:+12025550198";

    /** The same in a reactive application. */
    @TestPropertySource(properties = "spring.main.web-application-type=reactive")
    static class InWebFluxTest extends MessengersTest {}

    @Autowired
    @Qualifier("tea")
    Surveys tea;

    @Autowired
    PublicUrl publicUrl;

    @Test
    void the_menu_of_a_desk_has_buttons_on_whatsapp(FakePhone ana) {
        FakePhone onWhatsApp = ana.onWhatsApp();

        onWhatsApp.textsTo(SENDER, "hi");
        assertThat(onWhatsApp.receives()).withBody("What did you have?").hasButtons("Coffee", "Tea");
        onWhatsApp.taps("Tea");
        assertThat(onWhatsApp.receives()).withBody("Was the tea strong?").hasButtons("Yes", "No");
        onWhatsApp.taps("Yes").receives("Thank you");

        assertThat(tea.find(Address.of(onWhatsApp.number())).orElseThrow().channel())
                .isEqualTo("whatsapp");
    }

    @Test
    void a_survey_of_a_desk_has_buttons_on_rcs(FakePhone ben, FakeTwilio twilio) {
        assertThat(twilio.messagingService("+12025550197", "rcs:front_agent")).isEqualTo(SERVICE);
        twilio.number("rcs:front_agent").onText(publicUrl.at("/surveys/front/rcs"));
        FakePhone onRcs = ben.hasRcs().onRcs();

        onRcs.textsTo("rcs:front_agent", "tea");

        assertThat(onRcs.receives()).withBody("Was the tea strong?").hasButtons("Yes", "No");
    }

    @Test
    void a_survey_begins_with_an_approved_template(FakePhone ana, FakeTwilio twilio, @Autowired ContentStore contents) {
        WhatsAppTemplates.of(tea.survey()).apply(contents);
        twilio.advance(Duration.ofMinutes(10));

        tea.start("whatsapp", Address.of(ana.onWhatsApp().number()), Invitation.plain());

        assertThat(ana.onWhatsApp().receives()).withBody("Was the tea strong?").hasButtons("Yes", "No");
    }

    @Test
    void the_webhooks_of_messengers_need_a_signature() throws Exception {
        assertThat(unsigned(publicUrl.at("/surveys/front/whatsapp"))).isEqualTo(403);
        assertThat(unsigned(publicUrl.at("/surveys/front/rcs"))).isEqualTo(403);
    }

    private static int unsigned(URI webhook) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(webhook)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("From=whatsapp%3A%2B15005550006&Body=tea"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
