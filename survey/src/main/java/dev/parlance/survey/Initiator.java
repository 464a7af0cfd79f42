package dev.parlance.survey;

import dev.parlance.outbound.OutboundException;
import dev.parlance.survey.state.Contact;
import java.util.Optional;

/** Says what differs between contacts that an application starts and those of a campaign. */
interface Initiator {
    /** One contact, started by the application. Its session makes it later if it can't be made now. */
    Initiator APPLICATION = new Initiator() {
        @Override
        public Contact fresh(Contact contact) {
            return contact.withFailures(0);
        }

        @Override
        public Contact contacted(Contact contact) {
            return contact;
        }

        @Override
        public Optional<Claim> later(String channel) {
            return Optional.of(Claim.later(channel));
        }

        @Override
        public Optional<ContactHours> hours() {
            return Optional.empty();
        }

        @Override
        public boolean isCounted() {
            return false;
        }

        @Override
        public void accountProblem(OutboundException problem) {
            throw problem;
        }
    };

    /** The contact before the first attempt. */
    Contact fresh(Contact contact);

    /** The contact once it is made. */
    Contact contacted(Contact contact);

    /** The claim that makes the session repeat a contact later; empty if the initiator does that. */
    Optional<Claim> later(String channel);

    /** The hours for the contact; empty if those of the campaign that contacted the person before apply. */
    Optional<ContactHours> hours();

    /** Whether the contact was counted for the daily limits before. */
    boolean isCounted();

    /** Handles a refusal that the owner of the account must fix. */
    void accountProblem(OutboundException problem);
}
