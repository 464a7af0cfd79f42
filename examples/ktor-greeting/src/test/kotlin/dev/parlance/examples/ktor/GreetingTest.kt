package dev.parlance.examples.ktor

import dev.parlance.security.SignedWebhooks
import dev.parlance.security.TwilioSignature
import dev.parlance.fake.twilio.FakeTwilio
import dev.parlance.testkit.ForEachTest
import dev.parlance.testkit.TwilioAssertions.assertThat
import io.ktor.server.netty.Netty
import io.ktor.server.engine.embeddedServer
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.CsvSource

// snippet: test
class GreetingTest {
    private val server = embeddedServer(Netty, port = 0) {
        greeting(SignedWebhooks.verifiedBy(TwilioSignature.of(twilio.authToken())))
    }

    @BeforeEach
    fun start() {
        server.start()
        twilio.number("+15005550100").onText("${url()}/twilio/sms").onCall("${url()}/twilio/voice")
    }

    @AfterEach
    fun stop() = server.stop(0, 0)

    private fun url() = "http://localhost:${runBlocking { server.engine.resolvedConnectors().first().port }}"

    @ParameterizedTest
    @CsvSource("hello, Hello!", "Hola, ¡Hola!", "bonjour, Hello!")
    fun `a text is answered in its language`(text: String, answer: String) {
        twilio.phone("+5215512345678").texts(text).receives(answer)
    }

    @Test
    fun `a call from Mexico is asked and answered in Spanish`() {
        val ana = twilio.phone("+5215512345678")

        val call = ana.calls("+15005550100").hears("¡Hola!").presses("5").hears("Presionaste 5")

        assertThat(call).ended().wasSpokenIn("es-MX").wasSpokenBy("Polly.Mia")
    }

    companion object {
        @JvmField
        @ForEachTest
        val twilio: FakeTwilio = FakeTwilio.create()
    }
}
// end
