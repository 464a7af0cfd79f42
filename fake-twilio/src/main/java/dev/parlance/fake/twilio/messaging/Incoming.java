package dev.parlance.fake.twilio.messaging;

import dev.parlance.fake.twilio.document.Document;
import dev.parlance.fake.twilio.document.Documents;
import dev.parlance.fake.twilio.document.Verb;
import dev.parlance.fake.twilio.log.LogEntry.Kind;
import dev.parlance.fake.twilio.world.Cookies;
import dev.parlance.fake.twilio.world.Handset.Bubble;
import dev.parlance.fake.twilio.world.Handset.Media;
import dev.parlance.fake.twilio.world.Hook;
import dev.parlance.fake.twilio.world.PhoneNumbers;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Urls;
import dev.parlance.fake.twilio.world.World;
import dev.parlance.prompt.SmsText;
import dev.parlance.webhook.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Passes incoming texts to the application and delivers its replies. */
final class Incoming {
    private static final int MAX_REDIRECTS = 50;
    private static final int MAX_REPLIES = 10;

    private final World world;
    private final Delivery delivery;
    private final Documents documents;
    private final Keywords keywords;
    private final InboundForm form;
    private final List<InboundListener> listeners;
    private final List<Consumer<Resource>> statusListeners;

    Incoming(
            World world, Delivery delivery, List<InboundListener> listeners, List<Consumer<Resource>> statusListeners) {
        this.statusListeners = statusListeners;
        this.world = world;
        this.delivery = delivery;
        this.documents = Documents.forTexts(world);
        this.keywords = new Keywords(world);
        this.form = new InboundForm(world);
        this.listeners = listeners;
    }

    void receive(String from, String to, String body, List<Attachment> attachments, InboundDetails details) {
        Resource number = world.owned()
                .number(to)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The account does not own " + to + ": call twilio.number(\"" + to + "\").onText(url) first"));
        if (!world.accounts().isActive(number.text("account_sid"))) {
            world.addText(world.handset(from), new Bubble(true, to, body, List.of(), ""));
            world.log().add(Kind.TEXT, "%s -> %s: lost, because the account is not active".formatted(from, to));
            return;
        }
        Resource message = record(number, from, to, body, attachments, details);
        Optional<Resource> service = world.owned().serviceOf(to);
        boolean canReply = keywords.handle(from, to, body, service);
        if (listeners.stream().anyMatch(listener -> listener.handles(message))) {
            return;
        }
        Optional<Hook> hook = hook(number, service);
        if (hook.isEmpty()) {
            world.log().add(Kind.TEXT, to + " has no webhook for texts, so none is sent");
            return;
        }
        Runnable exchange = () -> exchange(message, number, service, hook.get(), canReply);
        if (world.faults().takeHold(hook.get().url())) {
            world.hold("%s: %s".formatted(from, body), exchange);
        } else {
            exchange.run();
        }
    }

    boolean hasWebhook(String to) {
        return world.owned()
                .number(to)
                .flatMap(number -> hook(number, world.owned().serviceOf(to)))
                .isPresent();
    }

    private Resource record(
            Resource number,
            String from,
            String to,
            String body,
            List<Attachment> attachments,
            InboundDetails details) {
        Resource message = delivery.blank(
                        number.text("account_sid"), "inbound", "received", to, body, attachments.size())
                .set("from", from);
        message.setDate("date_sent", world.clock().instant());
        details.keepIn(message);
        world.handset(from).wroteTo(to, world.clock().instant());
        List<Media> media = new ArrayList<>();
        for (Attachment attachment : attachments) {
            Resource stored = delivery.attach(message, attachment.contentType());
            world.keep(stored.sid(), attachment.content());
            media.add(new Media(attachment.contentType(), InboundForm.mediaUrl(world, stored)));
        }
        world.owned().messages().add(message);
        world.addText(world.handset(from), new Bubble(true, to, body, media, message.sid()));
        world.log().add(Kind.TEXT, "%s -> %s: %s".formatted(from, to, body));
        statusListeners.forEach(listener -> listener.accept(message));
        world.owned().messages().finish(message);
        return message;
    }

    private Optional<Hook> hook(Resource number, Optional<Resource> service) {
        Optional<Hook> byService = service.filter(resource -> !resource.is("use_inbound_webhook_on_number", "true"))
                .flatMap(Incoming::hookOfService);
        if (byService.isPresent()) {
            return byService;
        }
        Optional<Resource> application = number.filled("sms_application_sid")
                .flatMap(sid -> world.owned().applications().find(sid));
        return Hook.in(application.orElse(number), "sms");
    }

    private static Optional<Hook> hookOfService(Resource service) {
        return service.filled("inbound_request_url")
                .map(url -> new Hook(
                        url,
                        service.text("inbound_method"),
                        service.text("fallback_url"),
                        service.text("fallback_method")));
    }

    private void exchange(Resource message, Resource number, Optional<Resource> service, Hook first, boolean canReply) {
        String token = world.accounts().token(number.text("account_sid"));
        Parameters parameters = form.of(message, service);
        Cookies cookies = world.cookies(message.text("from"), message.text("to"));
        Hook hook = first;
        int replies = 0;
        for (int hop = 0; hop < MAX_REDIRECTS; hop++) {
            Optional<Document> document = documents.ask(token, hook, parameters, cookies);
            if (document.isEmpty()) {
                return;
            }
            Optional<Hook> next = Optional.empty();
            for (Verb verb : document.get().response().children()) {
                if (verb.name().equals("Redirect")) {
                    next = Optional.of(Hook.of(absolute(document.get().url(), verb.text()), verb.method("method")));
                    break;
                }
                if (verb.name().equals("Message") || verb.name().equals("Sms")) {
                    replies++;
                    reply(message, number, verb, document.get().url(), replies, canReply);
                }
            }
            if (next.isEmpty()) {
                return;
            }
            hook = next.get();
        }
        world.alert(14106, "More than " + MAX_REDIRECTS + " redirects in a row");
    }

    private void reply(Resource message, Resource number, Verb verb, String base, int count, boolean canReply) {
        String to = PhoneNumbers.normalized(verb.attribute("to", message.text("from")));
        String from = PhoneNumbers.normalized(verb.attribute("from", number.text("phone_number")));
        String body = verb.children().stream()
                .filter(child -> child.name().equals("Body"))
                .map(Verb::text)
                .findFirst()
                .orElse(verb.text());
        List<String> media = verb.children().stream()
                .filter(child -> child.name().equals("Media"))
                .map(child -> absolute(base, child.text()))
                .toList();
        if (count > MAX_REPLIES) {
            world.alert(14109, "More than " + MAX_REPLIES + " replies to one text");
            return;
        }
        if (body.length() > SmsText.MAX_LENGTH || (body.isEmpty() && media.isEmpty())) {
            world.alert(14103, "A message body must have 1 to 1600 characters, but this one has " + body.length());
            return;
        }
        if (to.equals(message.text("from")) && !canReply) {
            world.alert(21610, "Attempt to send to unsubscribed recipient " + to);
            return;
        }
        String callback = verb.attribute("statusCallback")
                .or(() -> verb.attribute("action"))
                .map(url -> absolute(base, url))
                .orElse("");
        Resource sent = delivery.recordReply(number.text("account_sid"), from, to, body, media, callback);
        delivery.run(sent, from);
    }

    private static String absolute(String base, String url) {
        return Urls.resolve(base, url);
    }
}
