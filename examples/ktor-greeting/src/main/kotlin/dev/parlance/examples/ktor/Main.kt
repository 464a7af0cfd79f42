package dev.parlance.examples.ktor

import dev.parlance.security.SignedWebhooks
import dev.parlance.security.TwilioSignature
import dev.parlance.settings.Secret
import dev.parlance.settings.Settings
import io.ktor.server.application.Application
import io.ktor.server.netty.Netty
import io.ktor.server.engine.embeddedServer
import io.ktor.server.routing.route
import io.ktor.server.routing.routing
import java.net.URI

// snippet: main
/** Needs `TWILIO_AUTH_TOKEN`, and `PUBLIC_URL`: this server's URL on the internet. `PORT` is optional. */
fun main() {
    val settings = Settings.standard().reader()
    val token = settings.required("TWILIO_AUTH_TOKEN", "the account's auth token", Secret::of)
    val publicUrl = settings.required("PUBLIC_URL", "this server's URL on the internet", URI::create)
    val port = settings.optional("PORT", "a number", String::toInt)
    settings.failOnProblems()

    val signedWebhooks = SignedWebhooks.verifiedBy(TwilioSignature.of(token.get())).withPublicUrl(publicUrl.get())
    embeddedServer(Netty, port.orElse(8080)) { greeting(signedWebhooks) }.start(wait = true)
}

fun Application.greeting(signedWebhooks: SignedWebhooks) {
    routing {
        route("/twilio") { webhooks(signedWebhooks.handler(Greeting().routes())) }
    }
}
// end
