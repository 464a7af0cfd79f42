package dev.parlance.survey;

import dev.parlance.outbound.OutboundException;
import dev.parlance.survey.state.Contact;
import java.util.Optional;

/** One attempt of a campaign to contact a person. The campaign itself repeats it later, at its pace and unless it is paused. */
final class CampaignAttempt implements Initiator {
    private final String campaign;
    private final ContactHours hours;
    private Optional<String> accountProblem = Optional.empty();

    CampaignAttempt(String campaign, ContactHours hours) {
        this.campaign = campaign;
        this.hours = hours;
    }

    boolean isMarked(CampaignMark mark) {
        return mark.campaign().equals(campaign);
    }

    /** Keeps the number of failures, which all attempts share. */
    @Override
    public Contact fresh(Contact contact) {
        return contact;
    }

    @Override
    public Contact contacted(Contact contact) {
        return CampaignMark.of(campaign).on(contact);
    }

    @Override
    public Optional<Claim> later(String channel) {
        return Optional.empty();
    }

    @Override
    public Optional<ContactHours> hours() {
        return Optional.of(hours);
    }

    @Override
    public boolean isCounted() {
        return true;
    }

    @Override
    public void accountProblem(OutboundException problem) {
        accountProblem(String.valueOf(problem.getMessage()));
    }

    void accountProblem(String problem) {
        accountProblem = Optional.of(problem);
    }

    /** What the owner of the account or the application must fix. */
    Optional<String> accountProblem() {
        return accountProblem;
    }
}
