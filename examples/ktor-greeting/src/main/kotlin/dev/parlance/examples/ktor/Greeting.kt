package dev.parlance.examples.ktor

import dev.parlance.prompt.Language
import dev.parlance.prompt.PromptSource
import dev.parlance.prompt.Prompts
import dev.parlance.twiml.MessageTwiml
import dev.parlance.twiml.VoiceTwiml
import dev.parlance.webhook.GatherResult
import dev.parlance.webhook.IncomingCall
import dev.parlance.webhook.IncomingMessage
import dev.parlance.webhook.Router
import dev.parlance.webhook.WebhookRequest
import dev.parlance.webhook.WebhookResponse

/** Answers texts and calls in the language of the sender. */
class Greeting {
    private val prompts = Prompts.from(PromptSource.classpath(Greeting::class.java, "prompts"))

    // snippet: routes
    fun routes(): Router = Router.create()
        .post("/twilio/sms", ::text)
        .post("/twilio/voice", ::call)
        .post("/twilio/voice/key", ::key)

    private fun text(request: WebhookRequest): WebhookResponse {
        val language = languageOf(IncomingMessage.of(request))
        return WebhookResponse.of(MessageTwiml.`in`(language).prompt("greeting"))
    }

    private fun call(request: WebhookRequest): WebhookResponse {
        val language = languageOf(IncomingCall.of(request))
        return WebhookResponse.of(
            VoiceTwiml.`in`(language).gather { gather ->
                gather.action("/twilio/voice/key?in=${language.tag()}").digits(1).prompt("ask")
            },
        )
    }

    private fun key(request: WebhookRequest): WebhookResponse {
        val language = prompts.`in`(request.parameters().required("in"))
        val key = GatherResult.of(request).digits().orElse("")
        return WebhookResponse.of(VoiceTwiml.`in`(language).prompt("heard", "key", key).hangup())
    }
    // end

    private fun languageOf(message: IncomingMessage): Language =
        prompts.languages().find { message.body().trim().equals(it.text("hello"), ignoreCase = true) }
            ?: prompts.defaultLanguage()

    private fun languageOf(call: IncomingCall): Language {
        val isMexican = call.parameters().first("FromCountry").orElse("") == "MX"
        return prompts.`in`(if (isMexican) "es" else "en")
    }
}
