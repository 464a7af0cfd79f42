package dev.parlance.examples.ktor

// snippet: adapter
import dev.parlance.webhook.Headers
import dev.parlance.webhook.WebhookHandler
import dev.parlance.webhook.WebhookRequest
import dev.parlance.webhook.WebhookResponse
import io.ktor.http.ContentType
import io.ktor.http.HttpHeaders
import io.ktor.http.HttpStatusCode
import io.ktor.server.application.ApplicationCall
import io.ktor.server.request.httpMethod
import io.ktor.server.request.receiveChannel
import io.ktor.server.response.respond
import io.ktor.server.response.respondOutputStream
import io.ktor.server.routing.Route
import io.ktor.server.routing.route
import io.ktor.utils.io.readRemaining
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import kotlinx.io.readByteArray

private const val BODY_LIMIT = 1 shl 20
private val NO_BODY = ByteArray(0)

/** Serves a handler at every path below this route. The handler sees the whole path. */
fun Route.webhooks(handler: WebhookHandler) {
    route("{...}") {
        handle {
            val answer = withContext(Dispatchers.IO) { call.answerOf(handler) }
            call.send(answer)
        }
    }
}

private suspend fun ApplicationCall.answerOf(handler: WebhookHandler): WebhookResponse {
    val head = try {
        webhook(NO_BODY)
    } catch (_: IllegalArgumentException) { // the URL or a header is malformed
        return WebhookResponse.noContent().withStatus(400)
    }
    val refusal = handler.refusal(head)
    if (refusal.isPresent) {
        return refusal.get()
    }
    val body = receiveChannel().readRemaining(BODY_LIMIT + 1L).readByteArray()
    return if (body.size > BODY_LIMIT) WebhookResponse.noContent().withStatus(413) else handler.respond(webhook(body))
}

private fun ApplicationCall.webhook(body: ByteArray): WebhookRequest {
    val local = request.local
    val host = request.headers[HttpHeaders.Host] ?: "localhost:${local.localPort}"
    val headers = request.headers.entries().associate { (name, values) -> name to values }
    return WebhookRequest.of(request.httpMethod.value, "${local.scheme}://$host${local.uri}", Headers.of(headers), body)
        .withRemoteAddress(local.remoteAddress)
}

private suspend fun ApplicationCall.send(answer: WebhookResponse) {
    answer.headers().asMap()
        .filterKeys { !it.equals(HttpHeaders.ContentType, ignoreCase = true) } // Ktor sets it below
        .forEach { (name, values) -> values.forEach { response.headers.append(name, it) } }
    val status = HttpStatusCode.fromValue(answer.status())
    if (answer.length() == 0) {
        respond(status)
        return
    }
    val length = answer.length().takeIf { it > 0 }?.toLong() // unknown if the body is streamed
    respondOutputStream(ContentType.parse(answer.contentType()), status, length) { answer.writeTo(this) }
}
// end
