package dev.parlance.examples.ktor

import dev.parlance.Address
import dev.parlance.account.TwilioAccount
import dev.parlance.outbound.TextMessage
import dev.parlance.survey.Surveys
import dev.parlance.survey.definition.SurveyFolder
import dev.parlance.survey.session.SurveyEvent
import dev.parlance.fake.twilio.FakeTwilio
import dev.parlance.testkit.ForEachTest
import dev.parlance.twiml.MessageTwiml
import dev.parlance.twiml.VoiceTwiml
import dev.parlance.webhook.GatherResult
import dev.parlance.webhook.IncomingMessage
import dev.parlance.webhook.Router
import dev.parlance.webhook.WebhookHandler
import dev.parlance.webhook.WebhookResponse
import kotlin.jvm.optionals.getOrNull
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test

/** The Kotlin in docs/FRAMEWORKS.md, run. */
class KotlinTest {
    private val ana = twilio.phone("+15005550006")

    @BeforeEach
    fun addNumber() {
        twilio.number("+15005550100").onText("https://app.example/sms").onCall("https://app.example/voice")
    }

    @Test
    fun `a text comes back`() {
        // snippet: echo
        val echo = WebhookHandler { request ->
            val message = IncomingMessage.of(request)
            WebhookResponse.of(MessageTwiml.reply("You said: ${message.body()}"))
        }
        // end
        twilio.mount("https://app.example", echo)

        ana.texts("hello").receives("You said: hello")
    }

    @Test
    fun `a caller presses a key`() {
        // snippet: call
        val router = Router.create()
            .post("/voice") {
                WebhookResponse.of(VoiceTwiml.create().gather { it.action("/key").digits(1).say("Press a key.") })
            }
            .post("/key") { request ->
                val key = GatherResult.of(request).digits().getOrNull() ?: "nothing"
                WebhookResponse.of(VoiceTwiml.create().say("You pressed $key.").hangup())
            }
        // end
        twilio.mount("https://app.example", router)

        ana.calls("+15005550100").hears("Press a key.").presses("5").hears("You pressed 5.")
    }

    @Test
    fun `an answer of a survey reaches a listener`() {
        val ratings = mutableListOf<String>()
        val survey = SurveyFolder.classpath(KotlinTest::class.java, "survey").load()

        // snippet: survey
        val surveys = Surveys.builder(survey)
            .inMemory()
            .on(SurveyEvent.Type.COMPLETED) { ratings += it.session().answers().getValue("visit").value().text() }
            .listenerExecutor(Runnable::run) // in tests, so that listeners run before the reply
            .build()
        // end
        surveys.use {
            twilio.mount("https://app.example", Router.create().post("/sms", it.textWebhook()))

            ana.texts("hi").receives("How was your visit, from 1 to 5?").texts("4").receives("Thank you!")
        }

        assertThat(ratings).containsExactly("4")
    }

    @Test
    fun `a person gets a text`() {
        // snippet: send
        TwilioAccount.builder(twilio.settings()).baseUrl(twilio.url()).build().use { account ->
            account.send(TextMessage.to(Address.of("+15005550006"), "Your table is ready."))
        }
        // end

        ana.receives("Your table is ready.")
    }

    companion object {
        @JvmField
        @ForEachTest
        val twilio: FakeTwilio = FakeTwilio.create()
    }
}
