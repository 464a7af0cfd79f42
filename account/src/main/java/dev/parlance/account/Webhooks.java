package dev.parlance.account;

import com.twilio.http.HttpMethod;
import com.twilio.rest.api.v2010.account.Application;
import com.twilio.rest.messaging.v1.Service;
import java.net.URI;
import java.util.Optional;

/**
 * Points phone numbers, messaging services and TwiML applications at your application's URLs, and restores them.
 *
 * <pre>{@code
 * WebhookSetting before = account.webhooks().setUrl("+15005550100", WebhookType.TEXTS, URI.create("https://app.example/sms"));
 * account.webhooks().setUrl("MG00000000000000000000000000000000", WebhookType.TEXTS, URI.create("https://app.example/sms"));
 * …
 * account.webhooks().set(before);
 * }</pre>
 *
 * <p>Concurrent changes by another program are lost, because Twilio has no compare-and-set. Thread-safe.
 */
public final class Webhooks {
    private static final String SERVICE = "MG";
    private static final String APPLICATION = "AP";

    private final TwilioApi api;
    private final OwnedNumbers numbers;

    Webhooks(TwilioApi api, OwnedNumbers numbers) {
        this.api = api;
        this.numbers = numbers;
    }

    /**
     * Returns what is called now.
     *
     * @throws AccountException if the account has no such number, service or application
     */
    public WebhookSetting get(String target, WebhookType type) {
        if (target.startsWith(SERVICE)) {
            return ofService(target, type);
        }
        return target.startsWith(APPLICATION) ? ofApplication(target, type) : ofNumber(target, type, webhooks(target));
    }

    /**
     * Sets the URL to call with POST.
     *
     * @return what was called before, so that you can {@linkplain #set restore} it
     * @throws AccountException if the account has no such number, service or application
     */
    public WebhookSetting setUrl(String target, WebhookType type, URI url) {
        WebhookSetting before = get(target, type);
        set(before.withUrl(url));
        return before;
    }

    /** Sets a webhook, for example to restore a previous one. */
    public void set(WebhookSetting to) {
        if (to.target().startsWith(SERVICE)) {
            setService(to);
        } else if (to.target().startsWith(APPLICATION)) {
            setApplication(to);
        } else {
            numbers.changeWebhooks(to.target(), now -> withHook(now, to));
        }
    }

    private NumberWebhooks webhooks(String number) {
        return numbers.require(number).webhooks();
    }

    private static WebhookSetting ofNumber(String target, WebhookType type, NumberWebhooks webhooks) {
        return type == WebhookType.TEXTS
                ? new WebhookSetting(target, type, webhooks.sms(), webhooks.smsApplication())
                : new WebhookSetting(target, type, webhooks.voice(), webhooks.voiceApplication());
    }

    private static NumberWebhooks withHook(NumberWebhooks now, WebhookSetting to) {
        boolean texts = to.type() == WebhookType.TEXTS;
        return new NumberWebhooks(
                texts ? to.webhook() : now.sms(),
                now.smsFallback(),
                texts ? to.overriddenBy() : now.smsApplication(),
                texts ? now.voice() : to.webhook(),
                now.voiceFallback(),
                texts ? now.voiceApplication() : to.overriddenBy(),
                now.statusCallback());
    }

    private WebhookSetting ofService(String sid, WebhookType type) {
        Sid.check(sid, SERVICE);
        if (type == WebhookType.CALLS) {
            throw AccountException.notSent(
                    "A messaging service receives only texts: for calls, point a number at a URL");
        }
        Service service =
                api.read("a messaging service", client -> Service.fetcher(sid).fetch(client));
        boolean byNumber = Boolean.TRUE.equals(service.getUseInboundWebhookOnNumber());
        return new WebhookSetting(
                sid,
                type,
                Webhook.of(service.getInboundRequestUrl(), service.getInboundMethod()),
                Optional.of(WebhookSetting.NUMBERS).filter(numbers -> byNumber));
    }

    private void setService(WebhookSetting to) {
        api.change(
                "the webhook of a messaging service",
                client -> Service.updater(to.target())
                        .setInboundRequestUrl(url(to))
                        .setInboundMethod(method(to))
                        .setUseInboundWebhookOnNumber(to.overriddenBy().isPresent())
                        .update(client));
    }

    private WebhookSetting ofApplication(String sid, WebhookType type) {
        Sid.check(sid, APPLICATION);
        Application application =
                api.read("an application", client -> Application.fetcher(sid).fetch(client));
        Optional<Webhook> webhook = type == WebhookType.TEXTS
                ? Webhook.of(application.getSmsUrl(), application.getSmsMethod())
                : Webhook.of(application.getVoiceUrl(), application.getVoiceMethod());
        return new WebhookSetting(sid, type, webhook, Optional.empty());
    }

    private void setApplication(WebhookSetting to) {
        var request = Application.updater(to.target());
        if (to.type() == WebhookType.TEXTS) {
            request.setSmsUrl(url(to)).setSmsMethod(method(to));
        } else {
            request.setVoiceUrl(url(to)).setVoiceMethod(method(to));
        }
        api.change("the webhooks of an application", request::update);
    }

    private static String url(WebhookSetting to) {
        return to.webhook().map(it -> it.url().toString()).orElse("");
    }

    private static HttpMethod method(WebhookSetting to) {
        return to.webhook().map(Webhook::httpMethod).orElse(HttpMethod.POST);
    }
}
