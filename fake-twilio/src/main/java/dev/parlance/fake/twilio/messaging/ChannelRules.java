package dev.parlance.fake.twilio.messaging;

import dev.parlance.Address;
import dev.parlance.fake.twilio.world.Handset;
import dev.parlance.fake.twilio.world.Handset.Undelivered;
import dev.parlance.fake.twilio.world.World;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Why a channel does not deliver a message: WhatsApp's window and templates, phones without the channel, unknown content. */
final class ChannelRules {
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final int MAX_FREE_BUTTONS = 3;

    private static final Undelivered OUTSIDE_WINDOW = new Undelivered(
            63016,
            "Failed to send freeform message because you are outside the allowed window. If you are using WhatsApp,"
                    + " please use a Message Template.");
    private static final Undelivered NOT_TAKEN = new Undelivered(63021, "Channel invalid content error");
    private static final Undelivered NO_TEMPLATE =
            new Undelivered(63027, "Template does not exist for a language and locale");
    private static final Undelivered OTHER_PARAMETERS =
            new Undelivered(63028, "Number of parameters provided does not match the expected number of parameters");
    private static final Undelivered NOT_ON_WHATSAPP = new Undelivered(63024, "Invalid message recipient");
    private static final Undelivered NOT_ON_CHANNEL = new Undelivered(63003, "Channel could not find To address");
    private static final Map<String, Undelivered> UNUSABLE = Map.of(
            "rejected", new Undelivered(63040, "Template Rejected"),
            "paused", new Undelivered(63041, "Template Paused"),
            "disabled", new Undelivered(63042, "Template Disabled"));

    private final World world;
    private final Approvals approvals;

    ChannelRules(World world) {
        this.world = world;
        this.approvals = new Approvals(world);
    }

    /** Whether this is sent as an approved template. */
    boolean isTemplate(Leg leg) {
        return isWhatsApp(leg)
                && leg.content()
                        .filter(filled ->
                                filled.type().filter(RichType::isApprovable).isPresent())
                        .filter(filled -> approvals.status(filled.content()).equals("approved"))
                        .isPresent();
    }

    Optional<Undelivered> refusal(Leg leg) {
        boolean isUnsupported =
                leg.content().filter(filled -> filled.type().isEmpty()).isPresent();
        if (isUnsupported) {
            return Optional.of(NOT_TAKEN);
        }
        Handset phone = world.handset(leg.to());
        if (!phone.isOnChannel()) {
            return Optional.of(isWhatsApp(leg) ? NOT_ON_WHATSAPP : NOT_ON_CHANNEL);
        }
        return isWhatsApp(leg) ? ofWhatsApp(leg, phone) : Optional.empty();
    }

    private Optional<Undelivered> ofWhatsApp(Leg leg, Handset phone) {
        if (isTemplate(leg)) {
            return leg.content().filter(filled -> !filled.knowsAllVariables()).map(filled -> OTHER_PARAMETERS);
        }
        boolean isOpen = phone.lastWroteTo(leg.from())
                .filter(time -> !time.plus(WINDOW).isBefore(world.clock().instant()))
                .isPresent();
        if (leg.content().isEmpty()) {
            return isOpen ? Optional.empty() : Optional.of(OUTSIDE_WINDOW);
        }
        return ofContent(leg.content().get(), isOpen);
    }

    private Optional<Undelivered> ofContent(Filled filled, boolean isOpen) {
        RichType type = filled.type().orElseThrow();
        if (isOpen && !type.needsApproval()) {
            boolean isTooMuch = type == RichType.QUICK_REPLY
                    && filled.interactive().buttons().size() > MAX_FREE_BUTTONS;
            return isTooMuch ? Optional.of(NOT_TAKEN) : Optional.empty();
        }
        Undelivered unusable = UNUSABLE.get(approvals.status(filled.content()));
        if (unusable != null) {
            return Optional.of(unusable);
        }
        return Optional.of(isOpen ? NO_TEMPLATE : OUTSIDE_WINDOW);
    }

    private static boolean isWhatsApp(Leg leg) {
        return Address.of(leg.to()).channel().equals("whatsapp");
    }
}
