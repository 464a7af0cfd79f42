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
import io.ktor.server.response.respondOutputStream
import io.ktor.server.routing.Route
import io.ktor.server.routing.route
import io.ktor.utils.io.readRemaining
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import kotlinx.io.readByteArray

private const val BODY_LIMIT = 1 shl 20

/** Serves a handler at every path below this route. The handler sees the whole path. */
fun Route.webhooks(handler: WebhookHandler) {
    route("{...}") {
        handle { call.send(call.answerOf(handler)) }
    }
}

private suspend fun ApplicationCall.answerOf(handler: WebhookHandler): WebhookResponse {
    val head = head() ?: return WebhookResponse.noContent().withStatus(400)
    val refusal = handler.refusal(head)
    if (refusal.isPresent) {
        return refusal.get()
    }
    val body = receiveChannel().readRemaining(BODY_LIMIT + 1L).readByteArray()
    if (body.size > BODY_LIMIT) {
        return WebhookResponse.noContent().withStatus(413)
    }
    val request = WebhookRequest.of(head.method(), head.url(), head.headers(), body)
    return withContext(Dispatchers.IO) { handler.respond(request) }
}
// end

// snippet: exchange
/** The request without its body, or null if it is malformed. */
private fun ApplicationCall.head(): WebhookRequest? = try {
    val local = request.local
    val host = request.headers[HttpHeaders.Host] ?: "${local.localHost}:${local.localPort}"
    val headers = request.headers.entries().associate { (name, values) -> name to values }
    WebhookRequest.of(request.httpMethod.value, "${local.scheme}://$host${local.uri}", Headers.of(headers), ByteArray(0))
        .withRemoteAddress(local.remoteAddress)
} catch (e: IllegalArgumentException) {
    null
}

private suspend fun ApplicationCall.send(answer: WebhookResponse) {
    for ((name, values) in answer.headers().asMap()) {
        if (!name.equals(HttpHeaders.ContentType, ignoreCase = true)) { // Ktor sets it from the argument below
            values.forEach { response.headers.append(name, it) }
        }
    }
    val type = answer.contentType().ifEmpty { null }?.let(ContentType::parse)
    val length = answer.length().takeIf { it >= 0 }?.toLong()
    respondOutputStream(type, HttpStatusCode.fromValue(answer.status()), length) { answer.writeTo(this) }
}
// end
