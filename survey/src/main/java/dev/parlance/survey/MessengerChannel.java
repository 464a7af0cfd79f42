package dev.parlance.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parlance.Address;
import dev.parlance.outbound.ContentStore;
import dev.parlance.outbound.OutboundException;
import dev.parlance.outbound.OutboundException.Reason;
import dev.parlance.outbound.Receipt;
import dev.parlance.outbound.TextMessage;
import dev.parlance.outbound.TextSender;
import dev.parlance.survey.definition.SurveyException;
import dev.parlance.survey.question.Abilities;
import dev.parlance.survey.question.Input;
import dev.parlance.survey.question.Medium;
import dev.parlance.survey.state.SessionState;
import dev.parlance.webhook.IncomingMessage;
import dev.parlance.webhook.WebhookRequest;
import dev.parlance.webhook.WebhookResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A survey over WhatsApp or RCS: options are buttons or a list, and an answer is the tapped option, whatever its title. Typed
 * answers are understood as well. Add the channel, and route its webhook:
 *
 * <pre>{@code
 * Surveys surveys = Surveys.builder(survey)
 *         .store(store)
 *         .channel(MessengerChannel.whatsApp(account, account.contents()))
 *         .build();
 * router.post("/whatsapp", surveys.webhook("whatsapp"));
 * }</pre>
 *
 * <p>Options that don't fit are numbered, as in a text. Replies with a menu are sent over the API right after the turn is saved;
 * the others are in the webhook's answer.
 */
public final class MessengerChannel implements Channel {
    static final String WHATSAPP = "whatsapp";
    static final String RCS = "rcs";
    static final Abilities ABILITIES = Medium.TEXT.abilities().withPictures().withLocation();
    /** What the button of a reminder reports. */
    static final String CONTINUE = "continue:";

    /** WhatsApp's window. A little less, because a message takes time. */
    private static final Duration WINDOW = Duration.ofHours(24).minusMinutes(5);

    /** Twilio's codes for an unknown content. */
    private static final Set<Integer> CONTENT_IS_GONE = Set.of(21655, 92006);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final Menu.Limits limits;
    private final UnaryOperator<Address> personOf;
    private final Optional<Duration> window;
    private final Sending sending;
    private final TextChannel text;

    private MessengerChannel(
            String name,
            Menu.Limits limits,
            UnaryOperator<Address> personOf,
            Optional<Duration> window,
            Sending sending) {
        this.name = name;
        this.limits = limits;
        this.personOf = personOf;
        this.window = window;
        this.sending = sending;
        this.text = new TextChannel(Optional.of(sending.sender()), any -> true);
    }

    /** The channel {@code whatsapp}: up to three options are buttons, up to ten are a list. */
    public static MessengerChannel whatsApp(TextSender sender, ContentStore contents) {
        return new MessengerChannel(
                WHATSAPP, Menu.WHATSAPP, UnaryOperator.identity(), Optional.of(WINDOW), Sending.by(sender, contents));
    }

    /**
     * The channel {@code rcs}: up to ten options are buttons. A person is their phone number, so that they can go on by text. The
     * sender must be a messaging service with an RCS sender: where RCS does not reach a phone, it falls back to text with numbers.
     */
    public static MessengerChannel rcs(TextSender sender, ContentStore contents) {
        return new MessengerChannel(
                RCS,
                new Menu.Limits(10, 0),
                address -> Address.of(address.id()),
                Optional.empty(),
                Sending.by(sender, contents));
    }

    /**
     * Returns a channel that sends from this sender, number or messaging service. {@code +15005550100} is short for {@code
     * whatsapp:+15005550100}. Default: the account's sender.
     */
    public MessengerChannel withFrom(String newSender) {
        return new MessengerChannel(name, limits, personOf, window, sending.from(inFull(newSender, name)));
    }

    static String inFull(String sender, String channel) {
        return sender.startsWith("+") ? channel + ":" + sender : sender;
    }

    /** Returns a channel with another clock, for tests. Default: the system's. */
    public MessengerChannel withClock(Clock newClock) {
        return new MessengerChannel(name, limits, personOf, window, sending.at(newClock));
    }

    /** How messages are sent. */
    private record Sending(
            TextSender sender, Optional<String> from, MenuContents menus, TemplateMessages templates, Clock clock) {
        static Sending by(TextSender sender, ContentStore store) {
            return new Sending(
                    sender, Optional.empty(), new MenuContents(store), new TemplateMessages(store), Clock.systemUTC());
        }

        Sending from(String newSender) {
            return new Sending(sender, Optional.of(newSender), menus, templates, clock);
        }

        Sending at(Clock newClock) {
            return new Sending(sender, from, menus, templates, newClock);
        }

        /** Sends a message. If its content was deleted at Twilio, looks it up again, once. */
        Receipt deliver(Supplier<TextMessage> message) {
            TextMessage first = message.get();
            try {
                return send(first);
            } catch (OutboundException e) {
                if (!isContentGone(e)) {
                    throw e;
                }
                first.contentSid().ifPresent(this::forget);
                return send(message.get());
            }
        }

        private Receipt send(TextMessage message) {
            return sender.send(from.map(message::withFrom).orElse(message));
        }

        private static boolean isContentGone(OutboundException refusal) {
            return refusal.code().filter(CONTENT_IS_GONE::contains).isPresent();
        }

        private void forget(String content) {
            menus.forget(content);
            templates.forget(content);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Abilities abilities(Address person) {
        return ABILITIES;
    }

    @Override
    public Incoming read(WebhookRequest request) {
        Incoming.Received received = (Incoming.Received) text.read(request);
        Address person = personOf.apply(received.person());
        String payload = payload(request);
        Optional<MenuTap> tap = MenuTap.parse(payload);
        Input input = payload.equals(CONTINUE)
                ? Input.arrival()
                : tap.<Input>map(one -> Input.choice(one.option())).orElse(received.input());
        Incoming.Received read =
                Incoming.Received.of(person, received.id(), input).withForm(received.form());
        return tap.map(one -> one.addTo(read)).orElse(read);
    }

    /** What was tapped: a button, or an item of a list. */
    private static String payload(WebhookRequest request) {
        return IncomingMessage.of(request)
                .button()
                .map(IncomingMessage.Button::payload)
                .or(() -> request.formParameters().first("ListId"))
                .orElse("");
    }

    /** TwiML, or a list of messages to send: menus, and whatever follows messages that are not sent yet. */
    @Override
    public String render(Rendering rendering) {
        boolean isFirst = SessionState.of(rendering.session())
                .outbox()
                .unsent()
                .messages()
                .isEmpty();
        return Menu.of(rendering, limits).isEmpty() && isFirst ? text.render(rendering) : json(messages(rendering));
    }

    private List<MessengerMessage> messages(Rendering rendering) {
        return Menu.of(rendering, limits)
                .map(menu -> MessengerMessage.of(rendering, menu))
                .orElseGet(() -> TextChannel.messages(rendering).stream()
                        .map(MessengerMessage::plain)
                        .toList());
    }

    private static String json(List<MessengerMessage> messages) {
        try {
            return JSON.writeValueAsString(
                    messages.stream().map(MessengerMessage::toJson).toList());
        } catch (JsonProcessingException e) {
            throw new SurveyException("Could not write messages", e);
        }
    }

    @Override
    public List<String> messages(String document) {
        if (!document.startsWith("[")) {
            return List.of();
        }
        try {
            return List.copyOf(Arrays.asList(JSON.readValue(document, String[].class)));
        } catch (JsonProcessingException e) {
            throw new SurveyException("A reply in the store can't be read", e);
        }
    }

    @Override
    public WebhookResponse answer(String document) {
        return text.answer(document.startsWith("[") ? "" : document);
    }

    @Override
    public String send(Address person, String message) {
        return deliver(person, MessengerMessage.fromJson(message)).sid();
    }

    private Receipt deliver(Address person, MessengerMessage message) {
        return sending.deliver(() -> message.to(person, sending.menus()));
    }

    /** Whether the person has written within the window. */
    private boolean isOpen(Rendering rendering) {
        Optional<Instant> heard =
                SessionState.of(rendering.session()).outbox().unsent().heard();
        return window.isEmpty()
                || heard.filter(time ->
                                time.plus(window.get()).isAfter(sending.clock().instant()))
                        .isPresent();
    }

    /** Twilio lists a message to a phone number that RCS has reached under its address on RCS. */
    @Override
    public Optional<List<String>> sentTo(Address person, Instant since) {
        List<String> ids = new ArrayList<>();
        for (Address address : new LinkedHashSet<>(List.of(new Address(name, person.id()), person))) {
            Optional<List<Receipt>> sent = sending.sender().sentTo(address, since);
            if (sent.isEmpty()) {
                return Optional.empty();
            }
            sent.get().forEach(receipt -> ids.add(receipt.sid()));
        }
        return Optional.of(ids);
    }

    @Override
    public Optional<Duration> window() {
        return window;
    }

    @Override
    public boolean canContact(Address person) {
        return true;
    }

    @Override
    public void send(Rendering rendering) {
        Address person = rendering.session().respondent();
        if (!isOpen(rendering)) {
            sending.deliver(() -> sending.templates().message(rendering));
            return;
        }
        boolean isFirst = true;
        for (MessengerMessage message : messages(rendering)) {
            try {
                deliver(person, message);
            } catch (OutboundException e) {
                throw isFirst ? e : new OutboundException(Reason.UNKNOWN, "Only a part was sent", e);
            }
            isFirst = false;
        }
    }
}
