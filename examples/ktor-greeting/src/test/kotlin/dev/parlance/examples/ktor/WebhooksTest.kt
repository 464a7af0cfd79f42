package dev.parlance.examples.ktor

import dev.parlance.security.contract.ContractSetup
import dev.parlance.security.contract.RunningAdapter
import dev.parlance.security.contract.SignedRequestsContract
import io.ktor.server.cio.CIO
import io.ktor.server.engine.embeddedServer
import io.ktor.server.routing.route
import io.ktor.server.routing.routing
import java.net.URI
import kotlinx.coroutines.runBlocking

class WebhooksTest : SignedRequestsContract() {
    override fun start(setup: ContractSetup): RunningAdapter {
        val server = embeddedServer(CIO, port = 0) {
            routing {
                route("/twilio") { webhooks(setup.signedWebhooks().handler(setup.handler())) }
            }
        }.start()
        val port = runBlocking { server.engine.resolvedConnectors().first().port }
        return RunningAdapter(URI.create("http://localhost:$port/twilio")) { server.stop(0, 0) }
    }
}
