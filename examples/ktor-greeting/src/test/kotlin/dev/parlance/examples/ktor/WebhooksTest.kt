package dev.parlance.examples.ktor

import dev.parlance.security.contract.ContractSetup
import dev.parlance.security.contract.RunningAdapter
import dev.parlance.security.contract.SignedRequestsContract
import dev.parlance.webhook.EventStream
import dev.parlance.webhook.WebhookHandler
import dev.parlance.webhook.WebhookResponse
import io.ktor.server.netty.Netty
import io.ktor.server.engine.embeddedServer
import io.ktor.server.routing.route
import io.ktor.server.routing.routing
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

class WebhooksTest : SignedRequestsContract() {
    override fun start(setup: ContractSetup) = serve(setup.signedWebhooks().handler(setup.handler()))

    private fun serve(handler: WebhookHandler): RunningAdapter {
        val server = embeddedServer(Netty, port = 0) {
            routing {
                route("/twilio") { webhooks(handler) }
            }
        }.start()
        val port = runBlocking { server.engine.resolvedConnectors().first().port }
        return RunningAdapter(URI.create("http://localhost:$port/twilio")) { server.stop(0, 0) }
    }

    @Test
    fun `a body over a mebibyte is refused`() {
        val adapter = serve { WebhookResponse.noContent() }
        adapter.server().use {
            val request = HttpRequest.newBuilder(adapter.url())
                .POST(BodyPublishers.ofByteArray(ByteArray((1 shl 20) + 1)))
                .build()

            assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(413)
        }
    }

    @Test
    fun `a streamed response arrives in pieces`() {
        val news = EventStream.create()
        val adapter = serve(news)
        adapter.server().use {
            val request = HttpRequest.newBuilder(adapter.url()).build()
            val lines = HttpClient.newHttpClient().send(request, BodyHandlers.ofLines()).body().iterator()

            assertThat(lines.next()).isEqualTo(":")
            news.send("answered", "4")
            assertThat(lines.asSequence().take(3).toList()).containsExactly("", "event: answered", "data: 4")
            news.close()
        }
    }
}
